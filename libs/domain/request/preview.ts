import { deadlinesOf } from './standing.js';
import { decide } from './decide.js';
import { isRefusal, type Refusal } from './refusal.js';
import { reasonOf, type PreviewReason } from './preview-reason.js';
import type { Deadlines } from '#domain/clock/deadlines';
import type { WorkingCalendar } from '#domain/clock/calendar';
import type { Command } from './commands.js';
import type { Circumstances } from './rules/rule.js';
import type { SubjectRequest } from './state.js';

/** The limits that a preview compares. */
export const PREVIEWED_LIMITS = ['due', 'extensionNoticeBy', 'refusalNoticeBy', 'acknowledgeBy'] as const;

export type PreviewedLimit = (typeof PREVIEWED_LIMITS)[number];

/** `stays`: the limit keeps its date although that of the answer moves. `same`: so does everything. */
export type LimitFate = 'same' | 'moves' | 'stands_still' | 'stays';

/** What becomes of one limit. Dates are civil dates where the controller is, null where there is none. */
export interface LimitChange {
  readonly limit: PreviewedLimit;
  readonly before: Temporal.PlainDate | null;
  readonly after: Temporal.PlainDate | null;
  readonly fate: LimitFate;
}

/** The dates as they become when the person answers an open question `days` after today, on the day `on`. */
export interface ImaginedReply {
  readonly days: number;
  readonly on: Temporal.PlainDate;
  readonly deadlines: Deadlines;
}

/** What a command would do to the clock. */
export interface DeadlinePreview {
  readonly before: Deadlines;
  readonly after: Deadlines;
  readonly changes: readonly LimitChange[];
  readonly replies: readonly ImaginedReply[];
  readonly reason: PreviewReason;
}

/** One and two weeks: about as long as people take. */
const REPLIES_AFTER_DAYS = [7, 14] as const;

/**
 * The dates before and after a command, without giving it. The command is decided and folded as the ledger would do it,
 * so a preview can never promise what confirming it does not bring; what would be refused is refused here with the same code.
 *
 * @throws CalendarOutOfRangeError when a date falls outside the calendar.
 */
export const previewDeadlines = (
  state: SubjectRequest,
  command: Command,
  calendar: WorkingCalendar,
  circumstances: Omit<Circumstances, 'deadlines'>,
): DeadlinePreview | Refusal => {
  const { today } = circumstances;
  const before = deadlinesOf(state, calendar, today);
  const decided = decide(state, command, { ...circumstances, deadlines: before });
  if (isRefusal(decided)) return decided;
  const after = deadlinesOf(decided.state, calendar, today);
  return {
    before,
    after,
    changes: PREVIEWED_LIMITS.map((limit) => changeOf(limit, before, after)),
    replies: standsStill(after)
      ? REPLIES_AFTER_DAYS.flatMap((days) => imagineReply(decided.state, days, calendar, circumstances))
      : [],
    reason: reasonOf(command, before, after, today),
  };
};

const standsStill = ({ state }: Deadlines): boolean => state === 'paused' || state === 'not_started';

const isSame = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): boolean =>
  one === other || (one !== null && other !== null && one.equals(other));

const changeOf = (limit: PreviewedLimit, before: Deadlines, after: Deadlines): LimitChange => {
  const dates = { before: before[limit], after: after[limit] };
  if (!isSame(dates.before, dates.after)) return { limit, ...dates, fate: dates.after ? 'moves' : 'stands_still' };
  const alone = dates.after !== null && !isSame(before.due, after.due);
  return { limit, ...dates, fate: alone ? 'stays' : 'same' };
};

const REPLY: Command = { type: 'recordReply', sufficient: true };

/** Nothing is imagined where a reply could not be recorded, as while the request is frozen. */
const imagineReply = (
  state: SubjectRequest,
  days: number,
  calendar: WorkingCalendar,
  circumstances: Omit<Circumstances, 'deadlines'>,
): ImaginedReply[] => {
  const on = circumstances.today.add({ days });
  const now = on.toZonedDateTime({ timeZone: state.timeZone, plainTime: '12:00' }).toInstant();
  const deadlines = deadlinesOf(state, calendar, on);
  const decided = decide(state, REPLY, { ...circumstances, now, today: on, deadlines });
  return isRefusal(decided) ? [] : [{ days, on, deadlines: deadlinesOf(decided.state, calendar, on) }];
};
