import { describe, expect, it } from '@jest/globals';
import { DEFAULT_CLOCK_SETTINGS } from '#domain/clock-settings';
import { ENGINE_VERSION } from '#domain/clock/engine-version';
import { REGISTERS } from '#test/support/registers';
import { DESK, OFFICER, PERSON } from '#test/support/requests';
import { actorText, type Actor } from './actor.js';
import { decide, open, type Decided } from './decide.js';
import { fold } from './evolve.js';
import { isRefusal, type RefusalCode } from './refusal.js';
import { keepDates } from './keep-dates.js';
import { openFinding } from './findings.js';
import { datesToRemindOf, deadlinesOf, standingOf, type Counting } from './standing.js';
import type { WorkingCalendar } from '#domain/clock/calendar';
import type { Command } from './commands.js';
import type { EventData, RecordedEvent } from './events.js';
import type { SubjectRequest } from './state.js';

const calendar = (version: string, ...holidays: string[]): WorkingCalendar => ({
  version,
  country: 'FI',
  isPublicHoliday: (date) => holidays.includes(date.toString()),
});

/** Received on Monday 2 March 2026, so due on Thursday 2 April. */
const PLAIN = calendar('plain');
/** The same dates under another name. */
const REPRINTED = calendar('reprinted');
const CLOSED_ON_2_APRIL = calendar('closed on 2 April', '2026-04-02');
const CLOSED_ON_2_AND_3_APRIL = calendar('closed on 2 and 3 April', '2026-04-02', '2026-04-03');

const RECEIVED: EventData['requestReceived'] = {
  reference: 'AAAAA-AAAAA',
  regime: 'EU_GDPR',
  country: 'FI',
  timeZone: 'Europe/Helsinki',
  channel: 'portal',
  language: 'fi',
  receivedOn: '2026-03-02',
  rights: ['access'],
  registers: REGISTERS,
  hasEmail: true,
};

/** A request whose dates are kept as the ledger keeps them, under a calendar that may change. */
class KeptRequest {
  state: SubjectRequest;
  /** What the ledger would hold. */
  readonly recorded: RecordedEvent[] = [];

  constructor(
    public under: WorkingCalendar = PLAIN,
    public today = Temporal.PlainDate.from('2026-03-02'),
  ) {
    this.state = this.#keep(open(RECEIVED, { now: this.#now, today: this.today, actor: PERSON }), PERSON);
  }

  give(command: Command, actor: Actor = OFFICER): this {
    const refused = this.try(command, actor);
    if (refused !== null) throw new Error(refused);
    return this;
  }

  try(command: Command, actor: Actor = OFFICER): RefusalCode | null {
    const deadlines = deadlinesOf(this.state, this.under, this.today);
    const decided = decide(this.state, command, { now: this.#now, today: this.today, actor, deadlines });
    if (isRefusal(decided)) return decided.refused;
    this.state = this.#keep(decided, actor);
    return null;
  }

  /** Another table of holidays, and the look at all requests that follows it. */
  lookedAtUnder(other: WorkingCalendar): this {
    this.under = other;
    this.state = this.#keep({ state: this.state, consequences: [] }, DESK);
    return this;
  }

  on(day: string): this {
    this.today = Temporal.PlainDate.from(day);
    return this;
  }

  get due(): string | undefined {
    return deadlinesOf(this.state, this.under, this.today).due?.toString();
  }

  get reminded(): string | undefined {
    return datesToRemindOf(this.state, this.under, this.today).due?.toString();
  }

  get next(): string {
    return standingOf(this.state, this.#counting).nextAction.action;
  }

  /** What came after receipt, of that which is about dates. */
  get aboutDates(): string[] {
    return this.recorded.map(({ type }) => type).filter((type) => /^(finding|dates)/.test(type));
  }

  get #counting(): Counting {
    return { today: this.today, calendar: this.under, settings: DEFAULT_CLOCK_SETTINGS };
  }

  get #now(): Temporal.Instant {
    return this.today.toZonedDateTime({ timeZone: 'Europe/Helsinki', plainTime: '10:00' }).toInstant();
  }

  #keep(decided: Decided, actor: Actor): SubjectRequest {
    const kept = keepDates(decided, this.#counting, this.#now);
    for (const { event, by, computation } of kept.consequences) {
      const facts = {
        actor: by === 'desk' ? 'desk' : actorText(actor),
        at: this.#now.toString(),
        on: this.today.toString(),
      };
      this.recorded.push({ ...event, ...facts, ...(computation && { computation }) });
    }
    return kept.state;
  }
}

const settle = (choice: 'accept' | 'keep', finding = 1): Command => ({ type: 'settleFinding', finding, choice });

describe('the computation that dates are adopted from', () => {
  it('holds what went in, by which versions, and every date with its steps', () => {
    const { computation } = new KeptRequest().state;
    expect(computation).toMatchObject({
      engine: ENGINE_VERSION,
      calendar: 'plain',
      regime: 'EU_GDPR',
      country: 'FI',
      asOf: '2026-03-02',
      facts: { receivedOn: '2026-03-02', events: [] },
      state: 'running',
      dates: { due: '2026-04-02', firstDue: '2026-04-02', extensionNoticeBy: '2026-04-02', acknowledgeBy: null },
    });
    expect(computation?.steps.due?.at(-1)).toMatchObject({ to: '2026-04-02' });
  });

  it('is made again for every new fact of the clock, and for nothing else', () => {
    const request = new KeptRequest();
    const first = request.state.computation;
    request.give({ type: 'addNote' }).give({ type: 'startVerification' });
    expect(request.state.computation).toBe(first);
    request.give({ type: 'extendDeadline' });
    expect(request.state.computation?.dates).toMatchObject({ due: '2026-06-02', firstDue: '2026-04-02' });
    expect(request.state.computation?.facts.events).toEqual([{ type: 'extended', on: '2026-03-02' }]);
  });

  it('is adopted with an event of its own by a request that has none', () => {
    const request = new KeptRequest();
    request.state = { ...request.state, computation: null };
    request.lookedAtUnder(PLAIN);
    expect(request.aboutDates).toEqual(['datesCounted']);
    expect(request.state.computation?.dates.due).toBe('2026-04-02');
  });
});

describe('the ledger', () => {
  it('alone gives the computation and the findings again', () => {
    const request = new KeptRequest().lookedAtUnder(CLOSED_ON_2_APRIL).give(settle('keep'));
    const steps: (() => unknown)[] = [
      () => request.give({ type: 'requestClarification' }),
      () => request.on('2026-03-10').give({ type: 'recordReply', sufficient: false }),
      () => request.on('2026-03-12').give({ type: 'recordReply', sufficient: true }),
      () => request.give({ type: 'extendDeadline' }),
      () => request.lookedAtUnder(PLAIN).lookedAtUnder(CLOSED_ON_2_AND_3_APRIL),
      () => request.give({ type: 'withdraw' }),
    ];
    for (const step of steps) {
      step();
      const told = fold(request.recorded);
      expect(told.computation).not.toBeNull();
      expect([told.computation, told.findings]).toEqual([request.state.computation, request.state.findings]);
    }
  });
});

describe('another calendar', () => {
  it('that gives the same dates is taken without a word', () => {
    const request = new KeptRequest().lookedAtUnder(REPRINTED);
    expect(request.aboutDates).toEqual([]);
    expect(request.due).toBe('2026-04-02');
  });

  it('changes no date before anybody has looked', () => {
    const request = new KeptRequest();
    request.under = CLOSED_ON_2_APRIL;
    expect(request.due).toBe('2026-04-02');
    expect(deadlinesOf(request.state, request.under, request.today).steps.at(-1)?.to.toString()).toBe('2026-04-02');
  });

  it('raises a finding with both dates, once', () => {
    const request = new KeptRequest()
      .lookedAtUnder(CLOSED_ON_2_APRIL)
      .on('2026-03-03')
      .lookedAtUnder(CLOSED_ON_2_APRIL);
    expect(request.aboutDates).toEqual(['findingRaised']);
    const finding = openFinding(request.state);
    expect([finding?.before.dates.due, finding?.after.dates.due]).toEqual(['2026-04-02', '2026-04-03']);
    expect([finding?.before.calendar, finding?.after.calendar]).toEqual(['plain', 'closed on 2 April']);
    expect(request.due).toBe('2026-04-02');
    expect(request.next).toBe('settle_finding');
  });

  it('is reminded of by the earlier of both dates, whichever that is', () => {
    expect(new KeptRequest().lookedAtUnder(CLOSED_ON_2_APRIL).reminded).toBe('2026-04-02');
    const request = new KeptRequest(CLOSED_ON_2_APRIL).lookedAtUnder(PLAIN);
    expect([request.due, request.reminded]).toEqual(['2026-04-03', '2026-04-02']);
  });

  it('that is taken back settles its finding by itself', () => {
    const request = new KeptRequest().lookedAtUnder(CLOSED_ON_2_APRIL).lookedAtUnder(PLAIN);
    expect(request.aboutDates).toEqual(['findingRaised', 'findingSettled']);
    expect(request.state.findings.map(({ state }) => state)).toEqual(['lapsed']);
  });

  it('after which comes yet another replaces the finding that nobody has settled', () => {
    const request = new KeptRequest().lookedAtUnder(CLOSED_ON_2_APRIL).lookedAtUnder(CLOSED_ON_2_AND_3_APRIL);
    expect(request.state.findings.map(({ state }) => state)).toEqual(['lapsed', 'open']);
    expect(openFinding(request.state)).toMatchObject({
      number: 2,
      before: { dates: { due: '2026-04-02' } },
      after: { dates: { due: '2026-04-06' } },
    });
  });

  it('says nothing of dates that a newer version of the desk has counted, and keeps them', () => {
    const request = new KeptRequest();
    const { computation } = request.state;
    if (computation === null) throw new Error('nothing was adopted');
    request.state = { ...request.state, computation: { ...computation, engine: '9999-12-31.1' } };
    expect(request.lookedAtUnder(CLOSED_ON_2_APRIL).aboutDates).toEqual([]);
    expect(request.due).toBe('2026-04-02');
  });

  it('says nothing of a request that is closed', () => {
    const request = new KeptRequest().give({ type: 'withdraw' }).lookedAtUnder(CLOSED_ON_2_APRIL);
    expect(request.aboutDates).toEqual([]);
  });

  it('lets an extension be told until the earlier of both limits', () => {
    const late = new KeptRequest(CLOSED_ON_2_APRIL).lookedAtUnder(PLAIN).on('2026-04-03');
    expect(late.try({ type: 'extendDeadline' })).toBe('too-late');
    const early = new KeptRequest().lookedAtUnder(CLOSED_ON_2_APRIL).on('2026-04-03');
    expect(early.try({ type: 'extendDeadline' })).toBe('too-late');
  });
});

describe('a finding', () => {
  it('that is accepted brings the new date', () => {
    const request = new KeptRequest().lookedAtUnder(CLOSED_ON_2_APRIL).give(settle('accept'));
    expect([request.due, request.reminded]).toEqual(['2026-04-03', '2026-04-03']);
    expect(request.state.findings).toMatchObject([{ state: 'accepted', settledBy: 'staff:officer-1' }]);
    expect(request.next).not.toBe('settle_finding');
  });

  it('whose old date is kept is not raised again about the same date', () => {
    const request = new KeptRequest().lookedAtUnder(CLOSED_ON_2_APRIL).give(settle('keep'));
    request.lookedAtUnder(CLOSED_ON_2_APRIL).lookedAtUnder(calendar('closed on 2 April, reprinted', '2026-04-02'));
    expect(request.aboutDates).toEqual(['findingRaised', 'findingSettled']);
    expect([request.due, request.reminded]).toEqual(['2026-04-02', '2026-04-02']);
  });

  it('whose old date is kept is raised again about another date', () => {
    const request = new KeptRequest().lookedAtUnder(CLOSED_ON_2_APRIL).give(settle('keep'));
    request.lookedAtUnder(CLOSED_ON_2_AND_3_APRIL);
    expect(request.state.findings.map(({ state }) => state)).toEqual(['kept', 'open']);
  });

  it('lapses when the clock moves on: new facts are counted by the rules of their day', () => {
    const request = new KeptRequest().lookedAtUnder(CLOSED_ON_2_APRIL);
    request.give({ type: 'requestIdentity' }).on('2026-03-09').give({ type: 'recordReply', sufficient: true });
    expect(request.state.findings.map(({ state }) => state)).toEqual(['lapsed']);
    expect(request.due).toBe('2026-04-09');
    expect(request.state.computation?.calendar).toBe('closed on 2 April');
  });

  it('that was kept is forgotten by the dates of new facts', () => {
    const request = new KeptRequest().lookedAtUnder(CLOSED_ON_2_APRIL).give(settle('keep'));
    request.give({ type: 'requestIdentity' }).give({ type: 'recordReply', sufficient: true });
    expect(request.due).toBe('2026-04-03');
    request.lookedAtUnder(PLAIN);
    expect(openFinding(request.state)?.after.dates.due).toBe('2026-04-02');
  });

  it.each([
    ['nobody has raised', (request: KeptRequest) => request.try(settle('accept')), 'no-finding'],
    [
      'has another number',
      (request: KeptRequest) => request.lookedAtUnder(CLOSED_ON_2_APRIL).try(settle('accept', 2)),
      'no-finding',
    ],
    [
      'is settled',
      (request: KeptRequest) => request.lookedAtUnder(CLOSED_ON_2_APRIL).give(settle('keep')).try(settle('accept')),
      'no-finding',
    ],
    [
      'the desk would settle itself',
      (request: KeptRequest) => request.lookedAtUnder(CLOSED_ON_2_APRIL).try(settle('accept'), DESK),
      'not-your-role',
    ],
  ])('that %s cannot be settled', (_which, attempt, code) => {
    expect(attempt(new KeptRequest())).toBe(code);
  });

  it('can be settled while the request is frozen', () => {
    const request = new KeptRequest().lookedAtUnder(CLOSED_ON_2_APRIL);
    request.give({ type: 'disownRequest' }, PERSON).give(settle('accept'));
    expect(request.due).toBe('2026-04-03');
  });
});
