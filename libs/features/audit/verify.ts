import { fileLength } from './checkpoint-file.js';
import { verifyChains, type BadEntry } from './verify-chains.js';
import { verifyCheckpointFile, verifyCheckpoints } from './verify-checkpoints.js';
import type { KeyObject } from 'node:crypto';
import type { Database } from '#persistence/database';

/** What was computed anew, up to the first thing that is wrong. */
export interface Verification {
  readonly entries: number;
  readonly chains: number;
  readonly checkpoints: number;
  /** Checkpoints that were found outside the database too. */
  readonly outside: number;
  readonly firstBad: BadEntry | null;
}

/**
 * Computes every chain and every checkpoint anew, and compares the checkpoints with those in the file outside the
 * database. Opens nothing that is sealed: people who were forgotten make no difference. It reads one consistent state
 * in batches, so the desk may go on working and the ledger may be of any length.
 */
export const verifyLedger = async (database: Database, key: KeyObject, file: string): Promise<Verification> => {
  // Before the transaction, because every line was committed before it was written.
  const length = await fileLength(file);
  return database.transaction(async (session) => {
    await session.query('set transaction isolation level repeatable read, read only');
    const { entries, chains, firstBad } = await verifyChains(session);
    if (firstBad !== null) return { entries, chains, checkpoints: 0, outside: 0, firstBad };
    const inside = await verifyCheckpoints(session, key);
    if (inside.firstBad !== null) return { ...inside, entries, chains, outside: 0 };
    const outside = await verifyCheckpointFile(session, key, file, length);
    return {
      entries,
      chains,
      checkpoints: inside.checkpoints,
      outside: outside.checkpoints,
      firstBad: outside.firstBad,
    };
  });
};
