import { describe, expect, it } from '@jest/globals';
import { clockOf } from '#test/support/clock';

const brazil = clockOf('BR_LGPD');

describe('a full statement (LGPD art. 19)', () => {
  it('is given within fifteen days, without an extension', () => {
    expect(brazil('2026-03-02')).toMatchObject({ due: '2026-03-17', refusalNoticeBy: '2026-03-17' });
    expect(brazil('2026-03-02', [{ type: 'extended', on: '2026-03-03' }])).toMatchObject({
      due: '2026-03-17',
      extensionValid: false,
    });
  });

  it('does not move from a weekend, the earlier reading, and a step names the civil code', () => {
    const kept = brazil('2026-03-06');
    expect(kept).toMatchObject({ baseDue: '2026-03-21', due: '2026-03-21' });
    expect(kept.steps.at(-1)).toMatchObject({ rule: 'br-cc-132-1', because: 'clock.because.not_moved' });
  });
});

describe('a simplified confirmation', () => {
  it('is given at once', () => {
    const simplified = clockOf('BR_LGPD', { requestType: 'simplified' })('2026-03-02');
    expect(simplified).toMatchObject({ due: '2026-03-02', refusalNoticeBy: '2026-03-02' });
    expect(simplified.steps.at(-1)?.params?.length).toBe(0);
  });
});
