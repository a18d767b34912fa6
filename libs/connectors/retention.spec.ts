import { describe, expect, it } from '@jest/globals';
import { retentionOf, type RetentionRuleId } from './retention.js';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const keep = (rule: RetentionRuleId, date: string | null, today: string, yearEnd = '12-31') =>
  retentionOf(rule, date === null ? null : day(date), day(today), Temporal.PlainMonthDay.from(yearEnd));

describe('how long the law keeps a row', () => {
  it.each([
    // The financial year that ends on 31.3.2024 keeps its vouchers until the end of 2030.
    ['2024-03-31', '03-31', '2030-12-31'],
    ['2023-04-01', '03-31', '2030-12-31'],
    ['2024-04-01', '03-31', '2031-12-31'],
    ['2020-05-05', '12-31', '2026-12-31'],
    ['2020-12-31', '12-31', '2026-12-31'],
    ['2023-07-01', '02-29', '2030-12-31'],
  ])('a voucher of %s, financial years ending on %s, is kept until %s', (date, yearEnd, until) => {
    expect(keep('accounting_voucher', date, '2024-05-01', yearEnd)).toEqual({ rule: 'accounting_voucher', until });
  });

  it('books are kept ten years from the end of the financial year itself', () => {
    expect(keep('accounting_book', '2024-01-15', '2024-05-01', '03-31')?.until).toBe('2034-03-31');
  });

  it('a voucher is kept on the last day and free on the next', () => {
    expect(keep('accounting_voucher', '2020-05-05', '2026-12-31')).not.toBeNull();
    expect(keep('accounting_voucher', '2020-05-05', '2027-01-01')).toBeNull();
  });

  it('a voucher without a date is kept, because nobody can show that its time has passed', () => {
    expect(keep('accounting_voucher', null, '2026-11-22')).toEqual({ rule: 'accounting_voucher', until: null });
  });

  it('a contract without an end is in force; one that ended yesterday is not', () => {
    expect(keep('contract_in_force', null, '2026-11-22')).toEqual({ rule: 'contract_in_force', until: null });
    expect(keep('contract_in_force', '2026-11-21', '2026-11-22')).toBeNull();
  });

  it('a marketing ban is remembered without end', () => {
    expect(keep('marketing_ban', null, '2096-11-22')).toEqual({ rule: 'marketing_ban', until: null });
  });
});
