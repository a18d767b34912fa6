import { createHash } from 'node:crypto';
import type { SqlSession } from '#persistence/database';

const HASHES_AT_ONCE = 5000;

/** The hashes as one value: a row for each would be a heap of objects, for a ledger of millions the most of the work. */
const BATCH = `
  select max(position) as position, count(*)::int as entries, string_agg(hash, '' order by position) as hashes
  from (select position, hash from ledger_entry where position > $1 and position <= $2
        order by position limit ${HASHES_AT_ONCE}) as batch`;

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
    const [batch] = await session.query<{ position: string | null; entries: number; hashes: Buffer }>(BATCH, [
      position,
      upTo,
    ]);
    if (!batch?.position) return { entries, digest: digest.digest('hex') };
    digest.update(batch.hashes);
    entries += batch.entries;
    position = Number(batch.position);
  }
};
