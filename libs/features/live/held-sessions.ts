import { SESSION_HOLDS } from '#persistence/session-rows';
import type { SqlSession } from '#persistence/database';

/** Which of these sessions, by the hash of their token in hex, still hold. */
export const heldSessions = async (session: SqlSession, hashes: readonly string[]): Promise<ReadonlySet<string>> => {
  const held = await session.query<{ hash: string }>(
    `select encode(token_hash, 'hex') as hash
     from staff_session as session join staff_user on staff_user.id = session.user_id
     where token_hash in (select decode(given, 'hex') from unnest($1::text[]) as given) and ${SESSION_HOLDS}`,
    [hashes],
  );
  return new Set(held.map(({ hash }) => hash));
};
