import { OUTCOMES, type Outcome } from '#domain/request/vocabulary';
import { percentileDays } from './percentile.js';
import { shareOf } from './share.js';
import type { Punctuality, ReportPage } from '#contracts/reports';
import type { Right } from '#domain/law/rights';
import type { AnsweredRow, DueRow, EndedRow, ReceivedRow } from './report-rows.js';

type DueCounts = Omit<DueRow, 'month'>;

const NOTHING_DUE: DueCounts = { on_time: 0, late: 0, ended: 0, overdue: 0, open: 0 };

const addDue = (one: DueCounts, other: DueCounts): DueCounts => ({
  on_time: one.on_time + other.on_time,
  late: one.late + other.late,
  ended: one.ended + other.ended,
  overdue: one.overdue + other.overdue,
  open: one.open + other.open,
});

const punctualityOf = ({ on_time: onTime, late, ended, overdue, open }: DueCounts): Punctuality => {
  const known = onTime + late + overdue;
  return {
    onTime,
    late,
    overdue,
    open,
    ended,
    onTimeShare: shareOf(onTime, known),
    achievableShare: shareOf(onTime + open, known + open),
  };
};

/** The whole period and each month of it, by the month in which the last day falls. */
export const punctualityFigures = (rows: readonly DueRow[]) => ({
  punctuality: punctualityOf(rows.reduce<DueCounts>(addDue, NOTHING_DUE)),
  punctualityByMonth: rows.map((row) => ({ month: row.month, ...punctualityOf(row) })),
});

/** Adds up what has the same key; the parts of a key stand in the answer as they stood in the first of them. */
const addUp = <Part extends object>(
  parts: readonly (Part & { readonly requests: number })[],
  keyOf: (part: Part) => string,
): (Part & { requests: number })[] => {
  const sums = new Map<string, Part & { requests: number }>();
  for (const part of parts) {
    const sum = sums.get(keyOf(part));
    if (sum === undefined) sums.set(keyOf(part), { ...part });
    else sum.requests += part.requests;
  }
  return [...sums.values()];
};

/** A request with two rights is one request in its month and channel, and one under each of its rights. */
export const receivedFigures = (rows: readonly ReceivedRow[]): ReportPage['received'] => ({
  total: rows.reduce((sum, { requests }) => sum + requests, 0),
  byMonth: addUp(
    rows.map(({ month, requests }) => ({ month, requests })),
    ({ month }) => month,
  ),
  byRight: addUp(
    rows.flatMap(({ month, rights, requests }) => [...new Set(rights)].map((right) => ({ month, right, requests }))),
    ({ month, right }) => `${month} ${right}`,
  ),
  byChannel: addUp(
    rows.map(({ month, channel, requests }) => ({ month, channel, requests })),
    ({ month, channel }) => `${month} ${channel}`,
  ),
});

type Group = ReportPage['times'][number]['group'];

/** A request that was both paused and extended is in both groups. */
const GROUPS: Readonly<Record<Group, (row: AnsweredRow) => boolean>> = {
  all: () => true,
  neither: ({ paused, extended }) => !paused && !extended,
  paused: ({ paused }) => paused,
  extended: ({ extended }) => extended,
};

const requestsIn = (rows: readonly AnsweredRow[]): number => rows.reduce((sum, { requests }) => sum + requests, 0);

export const timeFigures = (rows: readonly AnsweredRow[]): ReportPage['times'] =>
  (Object.keys(GROUPS) as Group[]).map((group) => {
    const counted = rows.filter(GROUPS[group]);
    const dated = counted.filter(({ in_time }) => in_time !== null);
    return {
      group,
      answered: requestsIn(counted),
      median: percentileDays(counted, 0.5),
      p90: percentileDays(counted, 0.9),
      onTimeShare: shareOf(requestsIn(dated.filter(({ in_time }) => in_time)), requestsIn(dated)),
    };
  });

const BIN_DAYS = 10;
/** Past the longest term of the law, three months, everything is one bin. */
const LAST_BIN = 10;

/** Days to the answer in steps of ten. */
export const histogramOf = (rows: readonly AnsweredRow[]): ReportPage['histogram'] =>
  Array.from({ length: LAST_BIN + 1 }, (_, bin) => {
    const counted = rows.filter(({ days }) => Math.min(LAST_BIN, Math.floor(Math.max(0, days) / BIN_DAYS)) === bin);
    const late = requestsIn(counted.filter(({ in_time }) => in_time === false));
    return { fromDay: bin * BIN_DAYS, onTime: requestsIn(counted) - late, late };
  });

const isOutcome = (ending: string | null | undefined): ending is Outcome =>
  OUTCOMES.some((outcome) => outcome === ending);

/** One for each right that was answered; what ended without an answer is none. */
const answersIn = (rows: readonly EndedRow[]) =>
  rows.flatMap(({ rights, endings, identity, requests }) =>
    rights.flatMap((right: Right, place) => {
      const outcome = endings[place];
      return isOutcome(outcome) ? [{ right, outcome, level: identity, requests }] : [];
    }),
  );

/** Answers by right and outcome. */
export const outcomeFigures = (rows: readonly EndedRow[]): ReportPage['outcomes'] =>
  addUp(
    answersIn(rows).map(({ right, outcome, requests }) => ({ right, outcome, requests })),
    ({ right, outcome }) => `${right} ${outcome}`,
  );

/** Answers by right and by the identity level that the request had reached. */
export const identityFigures = (rows: readonly EndedRow[]): ReportPage['identity'] =>
  addUp(
    answersIn(rows).map(({ right, level, requests }) => ({ right, level, requests })),
    ({ right, level }) => `${right} ${level}`,
  );
