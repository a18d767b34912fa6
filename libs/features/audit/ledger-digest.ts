import { createHash } from 'node:crypto';
import type { SqlSession } from '#persistence/database';

const HASHES_AT_ONCE = 5000;

/** Digest and count of the entries up to a position. */
export interface LedgerDigest {
  readonly entries: number;
  readonly digest: string;
}

/**
 * Goes on from the digest at one position to that at a later one: SHA-256 over the digest before (hexadecimal here,
 * bytes in the hash) and the hashes of the entries between, in order of position. Reads in batches, whatever the length.
 */
export const digestOnwards = async (
  session: SqlSession,
  from: LedgerDigest & { readonly position: number },
  upTo: number,
): Promise<LedgerDigest> => {
  const digest = createHash('sha256').update(Buffer.from(from.digest, 'hex'));
  let { entries, position } = from;
  for (;;) {
    const rows = await session.query<{ position: string; hash: Buffer }>(
      'select position, hash from ledger_entry where position > $1 and position <= $2 order by position limit $3',
      [position, upTo, HASHES_AT_ONCE],
    );
    for (const { hash } of rows) digest.update(hash);
    entries += rows.length;
    const last = rows.at(-1);
    if (last === undefined) return { entries, digest: digest.digest('hex') };
    position = Number(last.position);
  }
};
