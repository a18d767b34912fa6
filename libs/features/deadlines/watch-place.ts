import type { SqlSession } from '#persistence/database';

/** How far the watch over reminders has come on its round of all open requests: behind this one. */
export interface WatchPlace {
  /** ISO 8601, or `-infinity` before the first. */
  readonly receivedOn: string;
  readonly id: string;
}

/** Before the first request. */
export const BEGINNING: WatchPlace = { receivedOn: '-infinity', id: '00000000-0000-0000-0000-000000000000' };

/**
 * Whether it is this process that looks now: one at a time does, over all workers. Whoever looked last may not have
 * finished, so a turn ends by itself after these seconds of real time.
 */
export const takeTurn = async (session: SqlSession, seconds: number): Promise<boolean> => {
  const taken = await session.query(
    `insert into reminder_watch (received_on, id) values ($2, $3)
     on conflict (sole) do update set looked_at = clock_timestamp()
       where reminder_watch.looked_at < clock_timestamp() - make_interval(secs => $1)
     returning id`,
    [seconds, BEGINNING.receivedOn, BEGINNING.id],
  );
  return taken.length > 0;
};

export const readPlace = async (session: SqlSession): Promise<WatchPlace> => {
  const [place] = await session.query<WatchPlace>('select received_on::text as "receivedOn", id from reminder_watch');
  return place ?? BEGINNING;
};

/** Keeps the place, and the turn with it; null begins the next round. */
export const keepPlace = async (session: SqlSession, place: WatchPlace | null): Promise<void> => {
  const { receivedOn, id } = place ?? BEGINNING;
  await session.query(
    `insert into reminder_watch (received_on, id) values ($1, $2)
     on conflict (sole) do update set received_on = excluded.received_on, id = excluded.id, looked_at = clock_timestamp()`,
    [receivedOn, id],
  );
};
