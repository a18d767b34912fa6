import type { Localised } from '#domain/language';
import type { CivilDate } from '#domain/time-source';

export const RETENTION_RULE_IDS = [
  'accounting_voucher',
  'accounting_book',
  'contract_in_force',
  'marketing_ban',
] as const;

export type RetentionRuleId = (typeof RETENTION_RULE_IDS)[number];

/** Why rows outlive an erasure request, and the last day they must be kept; null while that day is not known. */
export interface Retention {
  readonly rule: RetentionRuleId;
  readonly until: CivilDate | null;
}

interface RetentionRule {
  readonly law: Localised;
  /** The place in GDPR art. 17 that lets the law above win. */
  readonly ground: string;
  /** `date` = as long as the row's date has not passed (no date: it still runs); `always` = no end. */
  readonly lasts: 'date' | 'always' | { readonly years: number; readonly after: 'financial_year' | 'calendar_year' };
  /** What must remain of the rows that a kept row hangs on: all of it, or a skeleton without the person. */
  readonly parents: 'whole' | 'skeleton';
  readonly source: string;
}

/** One row per law that keeps data. `calendar_year` is the calendar year in which the financial year ended. */
export const RETENTION_RULES = {
  accounting_voucher: {
    law: {
      fi: 'Kirjanpitolaki (1336/1997) 2 luku 10 §',
      sv: 'Bokföringslagen (1336/1997) 2 kap. 10 §',
      en: 'Accounting Act (1336/1997), chapter 2, section 10',
    },
    ground: '17(3)(b)',
    lasts: { years: 6, after: 'calendar_year' },
    parents: 'skeleton',
    source:
      'Accounting Act 1336/1997 ch. 2 s. 10: vouchers, six years from the end of the calendar year in which the financial year ended',
  },
  accounting_book: {
    law: {
      fi: 'Kirjanpitolaki (1336/1997) 2 luku 10 §',
      sv: 'Bokföringslagen (1336/1997) 2 kap. 10 §',
      en: 'Accounting Act (1336/1997), chapter 2, section 10',
    },
    ground: '17(3)(b)',
    lasts: { years: 10, after: 'financial_year' },
    parents: 'skeleton',
    source:
      'Accounting Act 1336/1997 ch. 2 s. 10: books and financial statements, ten years from the end of the financial year',
  },
  contract_in_force: {
    law: {
      fi: 'Voimassa oleva sopimus, yleinen tietosuoja-asetus 6 artiklan 1 kohdan b alakohta',
      sv: 'Gällande avtal, allmänna dataskyddsförordningen artikel 6.1 b',
      en: 'Contract in force, GDPR Article 6(1)(b)',
    },
    ground: '17(1)(a)',
    lasts: 'date',
    parents: 'whole',
    source: 'GDPR art. 17(1)(a): data that is still necessary for its purpose, here art. 6(1)(b), is not erased',
  },
  marketing_ban: {
    law: {
      fi: 'Suoramarkkinointikielto, yleinen tietosuoja-asetus 21 artiklan 3 kohta',
      sv: 'Förbud mot direktmarknadsföring, allmänna dataskyddsförordningen artikel 21.3',
      en: 'Direct marketing opt-out, GDPR Article 21(3)',
    },
    ground: '17(3)(b)',
    lasts: 'always',
    parents: 'skeleton',
    source: 'GDPR art. 21(3): a ban can only be obeyed as long as it is remembered',
  },
} as const satisfies Record<RetentionRuleId, RetentionRule>;

/** The last day of the financial year that `date` falls in; `yearEnd` is the month and day on which it ends. */
const financialYearEnd = (date: Temporal.PlainDate, yearEnd: Temporal.PlainMonthDay): Temporal.PlainDate => {
  const sameYear = yearEnd.toPlainDate({ year: date.year });
  return Temporal.PlainDate.compare(date, sameYear) <= 0 ? sameYear : yearEnd.toPlainDate({ year: date.year + 1 });
};

/** The last day of keeping; null when there is none or it is not known yet. */
const lastDay = (
  { lasts }: RetentionRule,
  date: Temporal.PlainDate | null,
  yearEnd: Temporal.PlainMonthDay,
): Temporal.PlainDate | null => {
  if (lasts === 'always' || date === null) return null;
  if (lasts === 'date') return date;
  const end = financialYearEnd(date, yearEnd);
  const start = lasts.after === 'financial_year' ? end : end.with({ month: 12, day: 31 });
  return start.add({ years: lasts.years });
};

/**
 * Whether a row dated `date` must be kept on `today`, and until when; null when nothing keeps it any more. A row without
 * the date its rule needs is kept: nobody can show that the time has passed.
 */
export const retentionOf = (
  rule: RetentionRuleId,
  date: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
  yearEnd: Temporal.PlainMonthDay,
): Retention | null => {
  const until = lastDay(RETENTION_RULES[rule], date, yearEnd);
  if (until !== null && Temporal.PlainDate.compare(until, today) < 0) return null;
  return { rule, until: until?.toString() ?? null };
};
