import type { SqlSession } from './database.js';

export type JumpDirection = 'behind' | 'ahead';

/** The database's clock went another way than time does. Milliseconds since 1970. */
export interface ClockJump {
  readonly direction: JumpDirection;
  /** What it should have shown at least (`behind`), or at most (`ahead`). */
  readonly expected: number;
  /** What it showed. */
  readonly seen: number;
}

export interface ClockState {
  /** What the database's own clock shows, without the shift of a demo. */
  readonly clock: number;
  /** The latest it has shown while nothing was wrong. */
  readonly mark: number;
  /** A jump that nobody has accepted and that has not been undone. */
  readonly jump: ClockJump | null;
  /** Rises with each jump that is over. */
  readonly over: number;
}

const MS = (expression: string): string => `extract(epoch from ${expression})::float8 * 1000`;
const INSTANT = (parameter: string): string => `to_timestamp(${parameter}::float8 / 1000)`;
const NO_JUMP = 'not exists (select from artikla.clock_jump where ended_at is null)';

const READ_CLOCK = `
  select ${MS('clock_timestamp()')} as clock, ${MS('mark')} as mark,
    (select jsonb_build_object('direction', direction, 'expected', ${MS('expected')}, 'seen', ${MS('seen')})
     from artikla.clock_jump where ended_at is null) as jump,
    (select count(*)::int from artikla.clock_jump where ended_at is not null) as over
  from artikla.clock_watermark`;

/** What the clock shows, no further than somebody has looked at it and believed it. */
const BELIEVED = 'least(clock_timestamp(), (select mark from artikla.clock_watermark))';

/**
 * Seconds since an instant of a row as SQL, null without one. They count no further than the mark, so that a jump which
 * nobody has seen yet is no wait; anew from the end of a jump; and are 0 while one is open, because nobody knows how much of
 * them is the jump. Where somebody looks, the mark is some ten seconds behind.
 */
export const SECONDS_SINCE = (instant: string): string =>
  `case when ${instant} is null then null when ${NO_JUMP} then greatest(0, extract(epoch from ${BELIEVED}
     - greatest(${instant}, (select max(ended_at) from artikla.clock_jump))))::float8 else 0 end`;

export const readClock = async (session: SqlSession): Promise<ClockState> => {
  const [row] = await session.prepared<ClockState>({ name: 'read-clock', text: READ_CLOCK }, []);
  if (row === undefined) throw new Error('the watermark of the clock is missing');
  return row;
};

/** Raises the mark to what the clock was seen at, unless somebody has found a jump meanwhile. */
export const raiseMark = async (session: SqlSession, clock: number): Promise<void> => {
  await session.query(
    `update artikla.clock_watermark set mark = ${INSTANT('$1')} where mark < ${INSTANT('$1')} and ${NO_JUMP}`,
    [clock],
  );
};

/** Notes a jump, unless one is open. The mark falls back to what can be trusted: another may have raised it since. */
export const noteJump = async (session: SqlSession, { direction, expected, seen }: ClockJump): Promise<void> => {
  await session.query(
    `with noted as (
       insert into artikla.clock_jump (direction, expected, seen) values ($1, ${INSTANT('$2')}, ${INSTANT('$3')})
       on conflict ((true)) where ended_at is null do nothing returning direction
     ) update artikla.clock_watermark set mark = least(mark, ${INSTANT('$2')}) from noted where noted.direction = 'ahead'`,
    [direction, expected, seen],
  );
};

/** The clock has come back by itself, so the mark stands. */
export const endJump = async (session: SqlSession): Promise<void> => {
  await session.query('update artikla.clock_jump set ended_at = clock_timestamp() where ended_at is null');
};

/** Somebody has looked at the clock and found it right: it counts from here. False when no jump is open. */
export const acceptClock = async (session: SqlSession, by: string): Promise<boolean> => {
  const accepted = await session.query(
    `with ended as (
       update artikla.clock_jump set ended_at = clock_timestamp(), ended_by = $1 where ended_at is null returning id
     ) update artikla.clock_watermark set mark = clock_timestamp() from ended returning ended.id`,
    [by],
  );
  return accepted.length > 0;
};
