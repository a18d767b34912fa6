import { DEFAULT_CLOCK_SETTINGS } from '#domain/clock-settings';
import { actorText, type Actor } from '#domain/request/actor';
import { decide, open, type Decided } from '#domain/request/decide';
import { keepDates } from '#domain/request/keep-dates';
import { isRefusal, type RefusalCode } from '#domain/request/refusal';
import { datesToRemindOf, deadlinesOf, standingOf, type Counting } from '#domain/request/standing';
import { REGISTERS } from '#test/support/registers';
import { DESK, OFFICER, PERSON } from '#test/support/requests';
import type { WorkingCalendar } from '#domain/clock/calendar';
import type { Command } from '#domain/request/commands';
import type { EventData, RecordedEvent } from '#domain/request/events';
import type { SubjectRequest } from '#domain/request/state';

/** A table of holidays by its name. */
export const calendar = (version: string, ...holidays: string[]): WorkingCalendar => ({
  version,
  country: 'FI',
  isPublicHoliday: (date) => holidays.includes(date.toString()),
});

/** Received on Monday 2 March 2026, so due on Thursday 2 April. */
export const PLAIN = calendar('plain');
/** The same dates under another name. */
export const REPRINTED = calendar('reprinted');
export const CLOSED_ON_2_APRIL = calendar('closed on 2 April', '2026-04-02');
export const CLOSED_ON_2_AND_3_APRIL = calendar('closed on 2 and 3 April', '2026-04-02', '2026-04-03');

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
export class KeptRequest {
  state: SubjectRequest;
  /** What the ledger would hold. */
  readonly recorded: RecordedEvent[] = [];

  constructor(
    public under: WorkingCalendar = PLAIN,
    public today = Temporal.PlainDate.from('2026-03-02'),
    received: Partial<EventData['requestReceived']> = {},
  ) {
    this.state = this.#keep(
      open({ ...RECEIVED, ...received }, { now: this.#now, today: this.today, actor: PERSON }),
      PERSON,
    );
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

export const settle = (choice: 'accept' | 'keep', finding = 1): Command => ({ type: 'settleFinding', finding, choice });
