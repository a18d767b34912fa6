import type { WorkingCalendar } from './calendar.js';
import { judgeExtensions } from './extension.js';
import { readHistory, type ClockFacts, type ClockHistory, type Closing } from './facts.js';
import { limitOf, type Limit } from './limit.js';
import { pausesOf, type Pause } from './pauses.js';
import type { Period, RulePack } from './rule-pack.js';
import { segmentsOf, type ClockSegment } from './segments.js';
import type { DeadlineStep } from './steps.js';

type Day = Temporal.PlainDate | null;

/** Every date of a request. All are civil dates in the controller's zone; a period ends with the end of that day. */
export interface Deadlines {
  readonly state: 'running' | 'paused' | 'not_started' | 'stopped';
  /** The last day for the answer; null while the clock stands still. */
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
  /** While paused: what `due` would be if the person answered on the day asked about. */
  readonly frozenDue: Day;
  /** Null without an extension; false when one was late or a second one, and then changed nothing. */
  readonly extensionValid: boolean | null;
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
  readonly segments: readonly ClockSegment[];
}

type SideLimit = 'firstDue' | 'extensionNoticeBy' | 'refusalNoticeBy' | 'acknowledgeBy';

/**
 * The statutory clock: a pure function of recorded facts, the calendar and the rules.
 *
 * `asOf` is the civil date on which it is looked at: it decides what is used, left and overdue, and until when an open
 * question is counted. Facts later than `asOf` still hold; `factsUntil` gives what held on an earlier day. A dialog
 * previews a step by adding its event: `computeDeadlines({ ...facts, events: [...facts.events, { type: 'extended',
 * on: today }] }, …)`. An answer that nobody asked for changes nothing (`assertAnswersWereAsked` refuses it).
 *
 * @throws ClockFactsError `bad-date` · `event-before-receipt`
 * @throws CalendarOutOfRangeError `calendar-out-of-range`
 */
export function computeDeadlines(
  facts: ClockFacts,
  calendar: WorkingCalendar,
  rules: RulePack,
  asOf: Temporal.PlainDate,
): Deadlines {
  const history = readHistory(facts);
  const { received, closing } = history;
  const pauses = pausesOf(history, rules.pauses, asOf);
  const limit = (period: Period) => limitOf(received, period, pauses, rules, calendar);

  const first = limit(rules.answer);
  const notice = rules.extension && limit(rules.extension.noticeWithin);
  const extension = judgeExtensions(history, rules, notice);
  const answer = extension.granted && rules.extension ? limit(rules.extension.total) : first;
  const refusal = rules.refusal.extendable ? answer : limit(rules.refusal.within);
  const acknowledge = rules.acknowledge && limitOf(received, rules.acknowledge, [], rules, calendar);

  const steps = (of: Limit | null) => (of ? [receiptStep(history, rules), ...of.steps] : []);
  return {
    state: stateOf(history, answer),
    due: settled(answer)?.due ?? null,
    baseDue: settled(answer)?.base ?? null,
    firstDue: settled(first)?.due ?? null,
    extensionNoticeBy: settled(notice)?.due ?? null,
    refusalNoticeBy: settled(refusal)?.due ?? null,
    acknowledgeBy: acknowledge?.due ?? null,
    frozenDue: answer.open ? answer.due : null,
    extensionValid: extension.valid,
    pausedSince: answer.pauses.find((pause) => pause.open)?.from ?? null,
    pausedDays: answer.pauses.reduce((days, pause) => days + pause.days, 0),
    pauses: answer.pauses,
    closing,
    steps: [receiptStep(history, rules), ...extension.steps, ...answer.steps],
    limitSteps: {
      firstDue: steps(first),
      extensionNoticeBy: steps(notice),
      refusalNoticeBy: steps(refusal),
      acknowledgeBy: steps(acknowledge),
    },
    segments: segmentsOf({
      received,
      today: closing?.on ?? asOf,
      stopped: closing !== null,
      pauses: answer.pauses,
      firstDue: first.due,
      due: answer.due,
    }),
  };
}

/** A limit that stands still has no date yet. */
const settled = (limit: Limit | null): Limit | null => (limit?.open ? null : limit);

function stateOf(history: ClockHistory, answer: Limit): Deadlines['state'] {
  if (history.closing) return 'stopped';
  return answer.open ? 'paused' : 'running';
}

const receiptStep = ({ received }: ClockHistory, { start }: RulePack): DeadlineStep => ({
  rule: start.rule,
  from: received,
  to: received,
  because: 'clock.because.receipt',
});
