import { describe, expect, it } from '@jest/globals';
import { periodDates, readReportSearch } from './report-search.js';

describe('the period of a report', () => {
  it.each([
    ['this_month', '2026-02-10', '2026-02-01', '2026-02-28'],
    ['last_month', '2026-01-31', '2025-12-01', '2025-12-31'],
    ['last_3', '2026-11-23', '2026-09-01', '2026-11-30'],
    ['last_12', '2026-11-23', '2025-12-01', '2026-11-30'],
    ['this_year', '2026-11-23', '2026-01-01', '2026-12-31'],
    ['last_year', '2026-11-23', '2025-01-01', '2025-12-31'],
  ] as const)('%s, seen on %s, goes from %s to %s', (period, today, from, to) => {
    expect(periodDates({ period }, today)).toEqual({ from, to });
  });

  it('may be two days of one’s own', () => {
    expect(periodDates(readReportSearch({ from: '2026-03-05', to: '2026-04-01' }), '2026-11-23')).toEqual({
      from: '2026-03-05',
      to: '2026-04-01',
    });
  });

  it('is the last twelve months where the address holds no period', () => {
    expect(readReportSearch({ period: 'ever', from: 'x' })).toEqual({});
    expect(readReportSearch({ from: '2026-99-99', to: '2026-01-01' })).toEqual({});
  });
});
