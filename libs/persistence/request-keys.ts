import { randomBytes } from 'node:crypto';
import { sealerFor, type Keyring } from './keyring.js';
import type { Sealer } from '#domain/sealer';
import type { SqlSession } from './database.js';

/** Makes the key of a new request and keeps it wrapped. */
export const createRequestKey = async (session: SqlSession, keyring: Keyring, requestId: string): Promise<Sealer> => {
  const key = randomBytes(32);
  await session.query('insert into request_key (request_id, key_id, wrapped) values ($1, $2, $3)', [
    requestId,
    keyring.keyId,
    keyring.wrap(key, requestId),
  ]);
  return sealerFor(key, keyring.keyId);
};

/** The sealer of a request; null once its key is destroyed, which is how a person is forgotten. */
export const loadSealer = async (session: SqlSession, keyring: Keyring, requestId: string): Promise<Sealer | null> => {
  const [row] = await session.query<{ wrapped: Buffer; key_id: number }>(
    'select wrapped, key_id from request_key where request_id = $1',
    [requestId],
  );
  return row === undefined ? null : sealerFor(keyring.unwrap(row.wrapped, requestId), row.key_id);
};

export const sealJson = (sealer: Sealer, content: object, context: string): Uint8Array =>
  sealer.seal(Buffer.from(JSON.stringify(content)), context);

/** The sealed JSON as it was put in; its shape is that of whoever sealed it under the same context. */
export const openJson = <T extends object>(sealer: Sealer, sealed: Uint8Array, context: string): T =>
  JSON.parse(Buffer.from(sealer.open(sealed, context)).toString('utf8')) as T;
