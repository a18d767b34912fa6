import type { CivilDate } from '#domain/time-source';

/** Periods by name. Those that hold the current month go to its end, so that what can still be reached shows. */
export const PERIODS = ['this_month', 'last_month', 'last_3', 'last_12', 'this_year', 'last_year'] as const;

export type PeriodName = (typeof PERIODS)[number];

export const DEFAULT_PERIOD: PeriodName = 'last_12';

/** The period as it stands in the address: its name, or its two days; the default is left out. */
export interface ReportSearch {
  readonly period?: PeriodName;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
}

export interface DatePeriod {
  readonly from: CivilDate;
  readonly to: CivilDate;
}

const ISO = /^\d{4}-\d{2}-\d{2}$/u;

const isDate = (value: unknown): value is CivilDate =>
  typeof value === 'string' && ISO.test(value) && !Number.isNaN(Date.parse(value));

/** Reads a period from an address. What it does not know it drops. */
export const readReportSearch = ({ period, from, to }: Readonly<Record<string, unknown>>): ReportSearch => {
  if (isDate(from) && isDate(to)) return { from, to };
  const name = PERIODS.find((candidate) => candidate === period);
  return name === undefined || name === DEFAULT_PERIOD ? {} : { period: name };
};

/** First day of the month that lies `months` from that of `today`. */
const monthStart = (today: CivilDate, months: number): Date =>
  new Date(Date.UTC(Number(today.slice(0, 4)), Number(today.slice(5, 7)) - 1 + months, 1));

const dateText = (date: Date): CivilDate => date.toISOString().slice(0, 10);

/** Whole months, from `first` to `last`, counted from the current one. */
const months = (today: CivilDate, first: number, last: number): DatePeriod => {
  const end = monthStart(today, last + 1);
  end.setUTCDate(0);
  return { from: dateText(monthStart(today, first)), to: dateText(end) };
};

const DATES: Readonly<Record<PeriodName, (today: CivilDate) => DatePeriod>> = {
  this_month: (today) => months(today, 0, 0),
  last_month: (today) => months(today, -1, -1),
  last_3: (today) => months(today, -2, 0),
  last_12: (today) => months(today, -11, 0),
  this_year: (today) => ({ from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` }),
  last_year: (today) => {
    const year = Number(today.slice(0, 4)) - 1;
    return { from: `${year}-01-01`, to: `${year}-12-31` };
  },
};

export const periodDates = ({ period, from, to }: ReportSearch, today: CivilDate): DatePeriod =>
  from !== undefined && to !== undefined ? { from, to } : DATES[period ?? DEFAULT_PERIOD](today);
