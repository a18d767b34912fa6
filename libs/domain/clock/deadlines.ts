import { withClosedDays, type WorkingCalendar } from './calendar.js';
import { consequencesOf } from './consequences.js';
import { deemedWithdrawal } from './deemed-withdrawal.js';
import { extendedLimit, judgeExtensions } from './extension.js';
import { readHistory, type ClockFacts, type ClockHistory, type Closing } from './facts.js';
import { limitOf, type Limit, type Pause, type Reckoning } from './limit.js';
import { countPeriod } from './period.js';
import type { Period, RulePack } from './rule-pack.js';
import { standstillsOf } from './standstills.js';
import { stepBy, type DeadlineStep } from './steps.js';

type Day = Temporal.PlainDate | null;

/** Every date of a request. All are civil dates in the controller's zone; a period ends with the end of that day. */
export interface Deadlines {
  /** `not_started`: the period begins only with an answer of the person. `not_computable`: the law gives no number. */
  readonly state: 'running' | 'paused' | 'not_started' | 'stopped' | 'not_computable';
  readonly received: Temporal.PlainDate;
  /** The last day for the answer; null while the clock stands still, and where the law gives no number. */
  readonly due: Day;
  /** `due` before it was moved to a working day. */
  readonly baseDue: Day;
  /** `due` as it is without the extension. */
  readonly firstDue: Day;
  /** Last day for telling the person about an extension. */
  readonly extensionNoticeBy: Day;
  /** Last day for refusing. */
  readonly refusalNoticeBy: Day;
  readonly acknowledgeBy: Day;
  /** While paused or not started: what `due` would be if the person answered on the day asked about. */
  readonly frozenDue: Day;
  /** Null without an extension; false when one was late, a second one or not known to the law, and changed nothing. */
  readonly extensionValid: boolean | null;
  /** Since when the person is waited for. */
  readonly pausedSince: Day;
  /** Days by which standstills have moved `due` (or `frozenDue`). */
  readonly pausedDays: number;
  readonly pauses: readonly Pause[];
  /** What stopped the clock. */
  readonly closing: Closing | null;
  /** From receipt to `due` (or `frozenDue`), each step from where the one before ended. */
  readonly steps: readonly DeadlineStep[];
  /** The same for the other limits. */
  readonly limitSteps: Readonly<Record<SideLimit, readonly DeadlineStep[]>>;
}

type SideLimit = 'firstDue' | 'extensionNoticeBy' | 'refusalNoticeBy' | 'acknowledgeBy';

/**
 * The statutory clock: a pure function of recorded facts, the calendar and the rules.
 *
 * `asOf` is the civil date on which it is looked at: what is later is not known yet, and a question still open is counted
 * until then. Without it (null) all facts hold, and an open question is counted until the day it was asked. A dialog
 * previews a step by adding its event: `computeDeadlines({ ...facts, events: [...facts.events, { type: 'extended',
 * on: today }] }, …)`. An answer that nobody asked for changes nothing (`assertAnswersWereAsked` refuses it).
 *
 * @throws ClockFactsError `bad-date` (also for `asOf` before receipt) · `event-before-receipt`
 * @throws CalendarOutOfRangeError `calendar-out-of-range` for receipt, `asOf` or a date in a year that `calendar` does not know
 */
export function computeDeadlines(
  facts: ClockFacts,
  calendar: WorkingCalendar,
  rules: RulePack,
  asOf: Temporal.PlainDate | null,
): Deadlines {
  const history = readHistory(facts, asOf);
  const workingDays = withClosedDays(calendar, rules.closedDays);
  const reckoningOf = (given: ClockHistory): Reckoning => ({
    receipt: stepBy(rules.start, given.received, given.received, isAtOnce(rules) ? 'receipt_at_once' : 'receipt'),
    standstills: standstillsOf(given, rules.questions, asOf),
    rules,
    calendar: workingDays,
  });
  const reckoning = reckoningOf(history);
  const withdrawn = deemedWithdrawal(history, reckoning, asOf);
  const deadlines = withdrawn ? compute(withdrawn, reckoningOf(withdrawn), asOf) : compute(history, reckoning, asOf);
  assertKnown([history.received, asOf, ...datesIn(deadlines)], calendar);
  return deadlines;
}

/** Also where a law asks no calendar: what lies outside it is more likely a typing error than a request. */
function assertKnown(dates: readonly Day[], calendar: WorkingCalendar): void {
  let known: number | null = null;
  for (const date of dates) {
    // Most dates share a year, and a calendar knows a year or does not.
    if (!date || date.year === known) continue;
    calendar.isPublicHoliday(date);
    known = date.year;
  }
}

const datesIn = (deadlines: Deadlines): readonly Day[] => [
  deadlines.due,
  deadlines.baseDue,
  deadlines.firstDue,
  deadlines.frozenDue,
  deadlines.extensionNoticeBy,
  deadlines.refusalNoticeBy,
  deadlines.acknowledgeBy,
];

function compute(history: ClockHistory, reckoning: Reckoning, asOf: Day): Deadlines {
  const { received, closing } = history;
  const { rules } = reckoning;
  const first = 'ceiling' in rules.answer ? null : limitOf(rules.answer, reckoning);
  // Most laws have one row for several limits: it is counted once.
  const limit = (period: Period) => (first && period === rules.answer ? first : limitOf(period, reckoning));
  const { extension } = rules;
  const notice = extension.noticeWithin && limit(extension.noticeWithin);
  const extensions = judgeExtensions(history, reckoning, notice);
  const { granted } = extensions;
  const answer =
    first && extension.noticeWithin && granted ? extendedLimit(extension, granted, first, reckoning) : first;
  const refusal = rules.refusal?.extendable ? answer : rules.refusal && limit(rules.refusal.within);
  const acknowledge = rules.acknowledge && limitOf(rules.acknowledge, { ...reckoning, standstills: [] });

  const pauses = answer?.pauses ?? [];
  const open = pauses.find((pause) => pause.open);
  return {
    state: stateOf(closing, answer, open),
    received,
    due: settled(answer)?.due ?? null,
    baseDue: settled(answer)?.base ?? null,
    firstDue: settled(first)?.due ?? null,
    extensionNoticeBy: settled(notice)?.due ?? null,
    refusalNoticeBy: settled(refusal)?.due ?? null,
    acknowledgeBy: acknowledge?.due ?? null,
    frozenDue: (open && answer?.due) ?? null,
    extensionValid: extensions.valid,
    pausedSince: open?.from ?? null,
    pausedDays: pauses.reduce((days, pause) => days + pause.days, 0),
    pauses,
    closing,
    steps: [
      reckoning.receipt,
      ...extensions.steps,
      ...(answer?.steps.slice(1) ?? withoutNumber(received, reckoning)),
      ...consequencesOf(answer?.due ?? received, closing, rules, asOf),
    ],
    limitSteps: {
      firstDue: first?.steps ?? [],
      extensionNoticeBy: notice?.steps ?? [],
      refusalNoticeBy: refusal?.steps ?? [],
      acknowledgeBy: acknowledge?.steps ?? [],
    },
  };
}

/** Where no day is counted, it cannot matter whether that of receipt is. */
const isAtOnce = ({ answer }: RulePack): boolean => 'length' in answer && answer.length === 0;

/** A limit that stands still has no date yet. */
const settled = (limit: Limit | null): Limit | null => (limit?.pauses.some(({ open }) => open) ? null : limit);

function stateOf(closing: Closing | null, answer: Limit | null, open: Pause | undefined): Deadlines['state'] {
  if (closing) return 'stopped';
  if (!answer) return 'not_computable';
  if (!open) return 'running';
  return answer.pauses.some((pause) => pause.open && pause.effect !== 'suspend') ? 'not_started' : 'paused';
}

/** Why there is no date: the controller sets the period itself, or told the person none with its extension. */
function withoutNumber(
  received: Temporal.PlainDate,
  { rules, calendar, standstills }: Reckoning,
): readonly DeadlineStep[] {
  const questions = standstills
    .filter(({ effect }) => effect === 'none')
    .map(({ source, from: on, reason }) =>
      stepBy(source, received, received, 'question_without_effect', { on, reason }),
    );
  if (!('ceiling' in rules.answer)) {
    return [...questions, stepBy(rules.extension.source, received, received, 'told_no_date')];
  }
  const { ceiling } = rules.answer;
  const until = countPeriod(received, ceiling, calendar).to;
  return [
    ...questions,
    stepBy(ceiling.source, received, received, 'published_period', { length: ceiling.length, until }),
  ];
}
