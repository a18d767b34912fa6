import { stepsToJson } from '#domain/clock/step-json';
import type { ClockPreview, PreviewedCommand } from '#contracts/clock-preview';
import type { Command } from '#domain/request/commands';
import type { DeadlinePreview } from '#domain/request/preview';

const text = (date: Temporal.PlainDate | null | undefined): string | null => date?.toString() ?? null;

/** Staff record answers that went by post; those by mail the desk records itself. */
export const commandOf = (given: PreviewedCommand): Command =>
  given.type === 'recordAnswer' ? { ...given, by: 'post' } : given;

/** A preview as it is sent. `version` is that of the request it was made for. */
export const clockPreviewOf = (
  { before, after, changes, replies, reason }: DeadlinePreview,
  { version, today }: { readonly version: number; readonly today: Temporal.PlainDate },
): ClockPreview => ({
  version,
  today: today.toString(),
  state: { before: before.state, after: after.state },
  limits: changes
    .map((change) => ({
      limit: change.limit,
      before: text(change.before),
      after: text(change.after),
      fate: change.fate,
      ifReplied: replies.map(({ deadlines }) => text(deadlines[change.limit])),
    }))
    .filter((limit) => [limit.before, limit.after, ...limit.ifReplied].some((date) => date !== null)),
  replies: replies.map(({ days, on }) => ({ days, on: on.toString() })),
  because: { key: reason.key, days: reason.days ?? null, on: text(reason.on) },
  steps: stepsToJson(after),
});
