import type { SqlSession } from './database.js';
import type { Keyring } from './keyring.js';

/**
 * Is this the key that the database was sealed with? Tried on the newest request; null when nothing is sealed yet. A desk
 * that went on with another key would seal new requests apart from the old ones, which nobody could open any more.
 */
export const keyFits = async (session: Pick<SqlSession, 'query'>, keyring: Keyring): Promise<boolean | null> => {
  const [row] = await session.query<{ request_id: string; wrapped: Buffer }>(
    'select request_id, wrapped from request_key order by request_id desc limit 1',
  );
  if (row === undefined) return null;
  try {
    keyring.unwrap(row.wrapped, row.request_id);
    return true;
  } catch {
    return false;
  }
};
