import { describe, expect, it } from '@jest/globals';
import { REGIMES } from '#domain/clock/rule-packs';
import { clockOf } from '#test/support/clock';

const STATES = REGIMES.filter((regime) => regime.startsWith('US_') && regime !== 'US_CA_CCPA');

describe.each(STATES)('%s', (regime) => {
  const clock = clockOf(regime);
  const days = (count: number) => Temporal.PlainDate.from('2026-03-02').add({ days: count }).toString();
  const length = regime === 'US_IA_ICDPA' ? 90 : 45;
  const total = { US_IA_ICDPA: 135, US_FL: 60 }[regime as string] ?? 90;

  it(`answers in ${length} days, ${total} with an extension told within the first ${length}`, () => {
    expect(clock('2026-03-02')).toMatchObject({ due: days(length), acknowledgeBy: null });
    const extended = clock('2026-03-02', [{ type: 'extended', on: days(length) }]);
    expect(extended).toMatchObject({ due: days(total), extensionValid: true, extensionNoticeBy: days(length) });
  });

  it('refuses within the first period: an extension is no help', () => {
    expect(clock('2026-03-02', [{ type: 'extended', on: '2026-03-09' }]).refusalNoticeBy).toBe(days(length));
  });

  it('stops for no question and does not move from a weekend', () => {
    const asked = clock('2026-03-02', [{ type: 'identity_requested', on: '2026-03-03' }], '2026-03-10');
    expect(asked).toMatchObject({ state: 'running', due: days(length) });
    const saturday = Temporal.PlainDate.from('2026-08-01').subtract({ days: length }).toString();
    expect(clock(saturday).due).toBe('2026-08-01');
  });

  it('tells of the appeal after a refusal, to be confirmed', () => {
    const { steps } = clock('2026-03-02', [{ type: 'refused', on: '2026-03-09' }]);
    const appealDays = regime === 'US_CO_CPA' ? 45 : 60;
    expect(steps.at(-1)).toMatchObject({
      because: 'clock.because.appeal',
      params: { length: appealDays, unit: 'day', more: regime === 'US_CO_CPA' ? 60 : 0 },
      certainty: 'unconfirmed',
    });
  });
});
