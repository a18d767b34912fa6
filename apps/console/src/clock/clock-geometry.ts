import type { ClockView } from '#contracts/clock-view';
import type { CivilDate } from '#domain/time-source';

const DAY_MS = 86_400_000;
const WEEK = 7;
/** The bar ends a little before its box, so that the mark of its last day stands inside. */
const DRAWN_PERCENT = 98;
const MOST_TICKS = 7;
/** 5 January 1970 was a Monday, day 4 of the count. */
const A_MONDAY = 4;

const dayNumber = (date: CivilDate): number => Date.parse(date) / DAY_MS;

const dateOf = (day: number): CivilDate => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Calendar days from one civil date to another. */
export const daysFrom = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from);

export interface ClockGeometry {
  readonly segments: readonly (ClockView['segments'][number] & { readonly at: number; readonly width: number })[];
  /** Positions in percent of the bar's box. */
  readonly today: number | null;
  readonly due: { readonly date: CivilDate; readonly at: number } | null;
  readonly firstDue: { readonly date: CivilDate; readonly at: number } | null;
  /** Mondays, thinned out so that their dates have room. */
  readonly ticks: readonly { readonly date: CivilDate; readonly at: number }[];
}

/** Where the parts of the drawn clock stand. The dates themselves are the server's; this only lays them on a line. */
export const clockGeometry = (clock: ClockView): ClockGeometry => {
  const start = dayNumber(clock.receivedOn);
  const due = clock.dueOn ?? clock.frozenDueOn;
  const ends = [clock.segments.at(-1)?.to, due, clock.state === 'stopped' ? null : clock.today];
  const end = Math.max(start + 1, ...ends.map((date) => (date ? dayNumber(date) : start)));
  const position = (day: number): number => ((day - start) / (end - start)) * DRAWN_PERCENT;
  const mark = (date: CivilDate | null) => (date === null ? null : { date, at: position(dayNumber(date)) });
  const weeks = Math.ceil((end - start) / WEEK / MOST_TICKS);
  const firstMonday = start + ((((A_MONDAY - start) % WEEK) + WEEK) % WEEK);
  const ticks: ClockGeometry['ticks'][number][] = [];
  for (let day = firstMonday; day <= end; day += weeks * WEEK) ticks.push({ date: dateOf(day), at: position(day) });
  return {
    segments: clock.segments.map((segment) => ({
      ...segment,
      at: position(dayNumber(segment.from)),
      width: (segment.days / (end - start)) * DRAWN_PERCENT,
    })),
    today: clock.state === 'stopped' ? null : position(dayNumber(clock.today)),
    due: mark(due),
    firstDue: clock.extended && clock.firstDueOn !== due ? mark(clock.firstDueOn) : null,
    ticks,
  };
};
