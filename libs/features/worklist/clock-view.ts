import { ENGINE_VERSION } from '#domain/clock/engine-version';
import { segmentsOf } from '#domain/clock/segments';
import { segmentToJson, stepsToJson, stepToJson } from '#domain/clock/step-json';
import { daysLeft, toneOf } from './tone.js';
import type { ClockLimit, ClockView } from '#contracts/clock-view';
import type { Deadlines } from '#domain/clock/deadlines';
import type { Counting, Standing } from '#domain/request/standing';
import type { RequestFile } from './request-file.js';
import type { SubjectRequest } from '#domain/request/state';

const SIDE_LIMITS = ['extensionNoticeBy', 'refusalNoticeBy', 'acknowledgeBy'] as const satisfies ClockLimit['limit'][];

const text = (date: Temporal.PlainDate | null): string | null => date?.toString() ?? null;

/** Those that the law has: the others have no steps. */
const limitsOf = (deadlines: Deadlines): ClockLimit[] =>
  SIDE_LIMITS.map((limit) => ({
    limit,
    date: text(deadlines[limit]),
    steps: deadlines.limitSteps[limit].map(stepToJson),
  })).filter(({ steps }) => steps.length > 0);

/** The versions that the dates in force were adopted from; those of today for a request that has adopted none. */
const countedBy = ({ computation }: SubjectRequest, { version }: Counting['calendar']): ClockView['countedBy'] => ({
  engine: computation?.engine ?? ENGINE_VERSION,
  calendar: computation?.calendar ?? version,
});

/** The statutory clock as the screens draw it: every date with its steps, nothing left for the browser to compute. */
export const clockView = (
  state: SubjectRequest,
  { deadlines, internalDue }: Standing,
  { today, calendar, otherPolicies }: Pick<RequestFile, 'today' | 'calendar' | 'otherPolicies'>,
): ClockView => {
  const { closing, due } = deadlines;
  const dates = { today, due, waits: deadlines.pausedSince !== null, stoppedOn: closing?.on ?? null };
  return {
    state: deadlines.state,
    today: today.toString(),
    receivedOn: state.receivedOn,
    dueOn: text(due),
    firstDueOn: text(deadlines.firstDue),
    frozenDueOn: text(deadlines.frozenDue),
    internalDueOn: text(internalDue),
    extensionNoticeBy: text(deadlines.extensionNoticeBy),
    refusalNoticeBy: text(deadlines.refusalNoticeBy),
    acknowledgeBy: text(deadlines.acknowledgeBy),
    daysLeft: daysLeft(dates),
    pausedSince: text(deadlines.pausedSince),
    pausedDays: deadlines.pausedDays,
    extended: state.extended,
    closing: closing && { by: closing.by, on: closing.on.toString() },
    tone: toneOf(dates),
    segments: segmentsOf(deadlines, today).map(segmentToJson),
    steps: stepsToJson(deadlines),
    limits: limitsOf(deadlines),
    countedBy: countedBy(state, calendar),
    otherPolicies,
  };
};
