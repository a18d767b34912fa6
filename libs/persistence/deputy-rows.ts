import type { SqlSession } from './database.js';

/** The colleagues for whom somebody stands in on a day: what is theirs is that person's work too. */
export const absentColleagues = async (
  session: SqlSession,
  userId: string,
  today: string,
): Promise<readonly string[]> => {
  const rows = await session.query<{ id: string }>(
    'select id from unnest(artikla.desks_of($1, $2::date)) as id where id <> $1::uuid',
    [userId, today],
  );
  return rows.map(({ id }) => id);
};
