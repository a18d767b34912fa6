import { describe, expect, it } from '@jest/globals';
import { ENGINE_VERSION } from '#domain/clock/engine-version';
import { CLOSED_ON_2_AND_3_APRIL, CLOSED_ON_2_APRIL, KeptRequest, PLAIN, settle } from '#test/support/kept-request';
import { fold } from './evolve.js';
import { openFinding } from './findings.js';

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

describe('a request that only objects to direct marketing', () => {
  const californian = () =>
    new KeptRequest(PLAIN, Temporal.PlainDate.from('2026-03-02'), {
      regime: 'US_CA_CCPA',
      country: 'US',
      timeZone: 'America/Los_Angeles',
      rights: ['direct_marketing'],
    });

  it('keeps by which rules of its law it was counted', () => {
    expect(californian().state.computation).toMatchObject({ requestType: 'opt_out', dates: { due: '2026-03-23' } });
    expect(new KeptRequest().state.computation).not.toHaveProperty('requestType');
  });

  it('keeps the date that the general rules gave it, and is asked about', () => {
    const request = californian();
    const { computation } = request.state;
    if (computation === null) throw new Error('nothing was adopted');
    const { requestType, ...general } = computation;
    expect(requestType).toBe('opt_out');
    const dates = { ...general.dates, due: '2026-04-16', firstDue: '2026-04-16' };
    request.state = { ...request.state, computation: { ...general, dates } };
    expect([request.due, request.reminded]).toEqual(['2026-04-16', '2026-03-23']);
    request.lookedAtUnder(PLAIN);
    expect(request.aboutDates).toEqual(['findingRaised']);
    expect(openFinding(request.state)?.after).toMatchObject({ requestType: 'opt_out', dates: { due: '2026-03-23' } });
    request.give(settle('accept'));
    expect(request.due).toBe('2026-03-23');
  });
});

describe('an extension', () => {
  it('can be told while the clock stands still: no limit passes meanwhile', () => {
    const request = new KeptRequest().on('2026-04-01').give({ type: 'requestClarification' }).on('2026-04-20');
    expect(request.try({ type: 'extendDeadline' })).toBeNull();
    request.give({ type: 'recordReply', sufficient: true });
    expect(request.state.computation).toMatchObject({ extensionValid: true, dates: { due: '2026-06-22' } });
  });

  it('cannot be told where the law has none', () => {
    const brazilian = new KeptRequest(PLAIN, Temporal.PlainDate.from('2026-03-02'), {
      regime: 'BR_LGPD',
      country: 'BR',
      timeZone: 'America/Sao_Paulo',
    });
    expect(brazilian.try({ type: 'extendDeadline' })).toBe('no-extension');
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
