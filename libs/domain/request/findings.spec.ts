import { describe, expect, it } from '@jest/globals';
import {
  calendar,
  CLOSED_ON_2_AND_3_APRIL,
  CLOSED_ON_2_APRIL,
  KeptRequest,
  PLAIN,
  REPRINTED,
  settle,
} from '#test/support/kept-request';
import { DESK, PERSON } from '#test/support/requests';
import { matters, openFinding } from './findings.js';
import { deadlinesOf } from './standing.js';

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

  it('changes neither what the date was before it was moved, nor whether an extension stands', () => {
    const request = new KeptRequest().on('2026-04-02').give({ type: 'extendDeadline' });
    const { computation } = request.state;
    if (computation === null) throw new Error('nothing was adopted');
    request.state = { ...request.state, computation: { ...computation, baseDue: '2026-06-01', extensionValid: false } };
    request.under = calendar('closed on 2 June', '2026-06-02');
    const { due, baseDue, extensionValid } = deadlinesOf(request.state, request.under, request.today);
    expect([due?.toString(), baseDue?.toString(), extensionValid]).toEqual(['2026-06-02', '2026-06-01', false]);
  });

  it('asks nobody about limits that are used up or have passed while the answer is due on the same day', () => {
    const used = new KeptRequest().give({ type: 'extendDeadline' }).on('2026-04-04').lookedAtUnder(CLOSED_ON_2_APRIL);
    expect(used.aboutDates).toEqual([]);
    const dates = { due: '2026-06-02', firstDue: null, refusalNoticeBy: '2026-04-02', acknowledgeBy: null };
    const notice = (day: string) => ({ ...dates, extensionNoticeBy: day });
    const asked = (today: string, extended = false) =>
      matters(notice('2026-04-02'), notice('2026-04-03'), { extended, today: Temporal.PlainDate.from(today) });
    expect([asked('2026-04-03'), asked('2026-04-03', true), asked('2026-04-04')]).toEqual([true, false, false]);
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

  it('leaves open what a newer version of the desk has asked, also when a command is given', () => {
    const request = new KeptRequest().lookedAtUnder(CLOSED_ON_2_APRIL);
    const [finding] = request.state.findings;
    if (finding === undefined) throw new Error('nothing was found');
    const newer = { ...finding, after: { ...finding.after, engine: '9999-12-31.1' } };
    request.state = { ...request.state, findings: [newer] };
    request.under = PLAIN;
    request.give({ type: 'addNote' });
    expect(openFinding(request.state)).toBe(newer);
    expect(request.lookedAtUnder(CLOSED_ON_2_AND_3_APRIL).aboutDates).toEqual(['findingRaised']);
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
