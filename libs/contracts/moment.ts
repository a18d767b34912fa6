/** When something happened: on a civil date, or at an instant that is yet to be laid into somebody's time zone. */
export type Moment = Temporal.PlainDate | Temporal.Instant;

/** What is no moment; the message is a sentence that says what would be one. */
export class MomentError extends Error {
  override readonly name = 'MomentError';
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const LOCAL_TIME = /^\d{4}-\d\d-\d\d[T ](?<hour>\d\d):\d\d(?::\d\d(?:[.,]\d{1,9})?)?/i;
const OFFSET = /^(?:Z|[+-]\d\d(?::?\d\d)?)$/i;

/**
 * Reads `2025-01-31`, or an instant with its offset from UTC such as `2025-01-31T23:59:59+02:00`. A leap second counts
 * as the second before it, which is on the same day.
 *
 * @throws MomentError
 */
export function readMoment(text: string): Moment {
  if (DATE.test(text)) return existing(text, () => Temporal.PlainDate.from(text));
  const [local, hour] = LOCAL_TIME.exec(text) ?? [];
  if (local === undefined) {
    throw new MomentError(`${quoted(text)} is neither a date, as 2025-01-31, nor an instant with its offset.`);
  }
  if (local === text) {
    throw new MomentError(`${quoted(text)} has no offset: add one, as Z or +02:00, or give the date alone.`);
  }
  if (hour === '24') throw new MomentError(`${quoted(text)} is 00:00 of the next day: give it as that.`);
  if (!OFFSET.test(text.slice(local.length))) {
    throw new MomentError(`${quoted(text)} does not end in an offset, as Z or +02:00.`);
  }
  return existing(text, () => Temporal.Instant.from(text));
}

function existing<T extends Moment>(text: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw new MomentError(`${quoted(text)} does not exist.`);
  }
}

/** What was given, short enough for one line: it may be anything. */
const quoted = (text: string): string => JSON.stringify(text.length > 30 ? `${text.slice(0, 30)}…` : text);
