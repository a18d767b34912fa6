import { describe, expect, it } from '@jest/globals';
import { PERSON } from '#test/support/requests';
import { REGISTERS } from '#test/support/registers';
import { weekendsOnly } from '#test/support/weekends';
import { open } from './decide.js';
import { deadlinesOf } from './standing.js';
import type { Right } from '#domain/law/rights';

const TODAY = Temporal.PlainDate.from('2026-03-02');

const californian = (...rights: Right[]) => {
  const { state } = open(
    {
      reference: 'AAAAA-AAAAA',
      regime: 'US_CA_CCPA',
      country: 'US',
      timeZone: 'America/Los_Angeles',
      channel: 'portal',
      language: 'en',
      receivedOn: TODAY.toString(),
      rights,
      registers: REGISTERS,
      hasEmail: true,
    },
    { now: Temporal.Instant.from('2026-03-02T18:00:00Z'), today: TODAY, actor: PERSON },
  );
  return deadlinesOf(state, weekendsOnly, TODAY);
};

describe('a law with rules of its own for opting out (Cal. Code Regs. tit. 11, 7026)', () => {
  it('counts a request that only objects to direct marketing by them: 15 business days', () => {
    const { due, acknowledgeBy } = californian('direct_marketing');
    expect([due?.toString(), acknowledgeBy]).toEqual(['2026-03-23', null]);
  });

  it('counts a request that asks for more by the general ones: 45 days', () => {
    expect(californian('access').due?.toString()).toBe('2026-04-16');
    expect(californian('direct_marketing', 'access').due?.toString()).toBe('2026-04-16');
  });
});
