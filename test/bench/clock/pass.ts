import { computeDeadlines } from '#domain/clock/deadlines';
import { insist } from '#test/bench/bench';
import type { ClockCase } from '#test/bench/clock/cases';

/** Computes every case once. All the work was done when the sum over dates and steps is the same again. */
export const computeAll = (cases: readonly ClockCase[]): number => {
  let sum = 0;
  for (const { facts, calendar, rules, asOf } of cases) {
    const { due, frozenDue, steps } = computeDeadlines(facts, calendar, rules, asOf);
    const date = due ?? frozenDue;
    sum += steps.length + (date === null ? 0 : date.day + 31 * date.month + 372 * (date.year - 2000));
  }
  return sum;
};

/** Where the law gives no number there is no date: before the answer, and after it. */
const MAY_LACK_A_DATE: readonly string[] = ['not_computable', 'stopped'];

/** Every case has a date, none before its receipt, but where the law gives no number. */
export const checkCases = (cases: readonly ClockCase[]): void => {
  for (const { facts, calendar, rules, asOf } of cases) {
    const { state, due, frozenDue } = computeDeadlines(facts, calendar, rules, asOf);
    const date = (due ?? frozenDue)?.toString();
    insist(
      date === undefined ? MAY_LACK_A_DATE.includes(state) : date >= facts.receivedOn,
      `the request received on ${facts.receivedOn} has a date, not before receipt`,
    );
  }
};
