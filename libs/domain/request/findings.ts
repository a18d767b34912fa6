import {
  asKept,
  differing,
  earlierDates,
  limitDatesOf,
  type Computation,
  type LimitDates,
  type LimitName,
} from '#domain/clock/computation';
import { ENGINE_VERSION } from '#domain/clock/engine-version';
import { requestTypeOf, type Right } from '#domain/law/rights';
import type { Deadlines } from '#domain/clock/deadlines';
import type { WorkingCalendar } from '#domain/clock/calendar';
import type { CivilDate } from '#domain/time-source';

/** `lapsed`: the clock moved on, or the dates came to agree, before anybody had to choose. */
export type FindingState = 'open' | 'accepted' | 'kept' | 'lapsed';

/**
 * Other rules or another calendar than those that gave the dates of a request give it other dates. The dates stay until
 * an officer chooses: nothing that was counted on is rewritten by an update.
 */
export interface ClockFinding {
  /** From 1, within its request. */
  readonly number: number;
  readonly raisedOn: CivilDate;
  /** The computation whose dates hold, and that which would replace it. */
  readonly before: Computation;
  readonly after: Computation;
  readonly state: FindingState;
  readonly settledBy: string | null;
  readonly settledOn: CivilDate | null;
}

/** What the dates of a request are read from. `computation` is the one that they were adopted from. */
export interface DatedRequest {
  readonly rights: readonly { readonly right: Right }[];
  readonly computation: Computation | null;
  readonly findings: readonly ClockFinding[];
}

/** Counts the facts of one request by the rules of today. */
export type Count = (asOf: Temporal.PlainDate) => Deadlines;

/** The dates of a request on one day. */
export interface DatesOfRequest {
  /** Those that were adopted with the facts, whatever today's rules would give. */
  readonly inForce: Deadlines;
  /** Those to be reminded of: while nobody has chosen between two, of each limit the earlier one. */
  readonly toRemindOf: Deadlines;
}

/** By which type a request is counted: the choice between the rules of its law, a part of its computation like its facts. */
export const countedType = ({ rights }: Pick<DatedRequest, 'rights'>): string | undefined =>
  requestTypeOf(rights.map(({ right }) => right));

/** The finding that waits for an officer. */
export const openFinding = ({ findings }: Pick<DatedRequest, 'findings'>): ClockFinding | null =>
  findings.findLast(({ state }) => state === 'open') ?? null;

/** Counted by the versions of today and by the type that they give the request: nothing can have made a difference. */
const isOfToday = (
  computation: Computation,
  requestType: string | undefined,
  calendar: Pick<WorkingCalendar, 'version'>,
): boolean =>
  computation.engine === ENGINE_VERSION &&
  computation.calendar === calendar.version &&
  computation.requestType === requestType;

/**
 * What today's rules and calendar make of the facts that the adopted dates were counted from, when that gives other dates.
 * Counted as of the same day, so that nothing but the versions can make the difference.
 */
export const otherDates = (
  { computation, rights }: DatedRequest,
  calendar: Pick<WorkingCalendar, 'version'>,
  count: Count,
): Deadlines | null => {
  if (computation === null || isOfToday(computation, countedType({ rights }), calendar)) return null;
  const again = count(Temporal.PlainDate.from(computation.asOf));
  return differing(computation.dates, limitDatesOf(again)).length > 0 ? again : null;
};

/**
 * Does anything hang on what differs? Not on a limit that an extension has used up, nor on one that has passed by both
 * datings, as long as the answer is due on the same day.
 */
export const matters = (
  one: LimitDates,
  other: LimitDates,
  { extended, today }: { readonly extended: boolean; readonly today: Temporal.PlainDate },
): boolean => {
  const passed = (date: CivilDate | null) => date !== null && date < today.toString();
  const usedUp = (limit: LimitName) => extended && (limit === 'firstDue' || limit === 'extensionNoticeBy');
  return differing(one, other).some(
    (limit) => limit === 'due' || !(usedUp(limit) || (passed(one[limit]) && passed(other[limit]))),
  );
};

/** Has an officer kept the adopted dates against these very ones? A finding is about one computation only. */
export const wereDeclined = ({ computation, findings }: DatedRequest, other: Deadlines): boolean => {
  const last = findings.at(-1);
  const kept = last?.state === 'kept' && last.before === computation;
  return kept && differing(last.after.dates, limitDatesOf(other)).length === 0;
};

export const datesOf = (
  request: DatedRequest,
  calendar: Pick<WorkingCalendar, 'version'>,
  count: Count,
  today: Temporal.PlainDate,
): DatesOfRequest => {
  const counted = count(today);
  const other = otherDates(request, calendar, count);
  const { computation } = request;
  if (computation === null || other === null) return { inForce: counted, toRemindOf: counted };
  // A clock that has stopped since by the mere passing of time has no dates left to keep.
  if (other.state !== counted.state) return { inForce: counted, toRemindOf: counted };
  const inForce = asKept(computation, counted);
  return { inForce, toRemindOf: wereDeclined(request, other) ? inForce : earlierDates(inForce, counted) };
};
