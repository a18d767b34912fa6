/**
 * Where the desk asks the time. The implementation is the database's time function, so that every process,
 * test and demo sees the same clock. Sign-in sessions, codes and leases do not use it: they live in real time.
 */
export interface TimeSource {
  now(): Promise<Temporal.Instant>;
}

/** A civil date in the controller's time zone, ISO 8601 (`2026-11-22`), as it stands in facts and on the wire. */
export type CivilDate = string;

/** An instant, ISO 8601 in UTC (`2026-11-22T10:00:00Z`). */
export type InstantText = string;

/** The civil date of an instant where the controller is: receipt at 23:59:59 and at 00:00:00 are different days. */
export const civilDateOf = (instant: Temporal.Instant, timeZone: string): Temporal.PlainDate =>
  instant.toZonedDateTimeISO(timeZone).toPlainDate();
