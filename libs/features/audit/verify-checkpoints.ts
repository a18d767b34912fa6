import { readCheckpointFile } from './checkpoint-file.js';
import { digestOnwards } from './ledger-digest.js';
import { BEFORE_ALL, checkpointsAfter, isSignedBy, lineOf, type SignedCheckpoint } from './signed-checkpoint.js';
import type { KeyObject } from 'node:crypto';
import type { SqlSession } from '#persistence/database';
import type { BadEntry } from './verify-chains.js';

const CHECKPOINTS_AT_ONCE = 500;

export interface CheckpointsChecked {
  readonly checkpoints: number;
  readonly firstBad: BadEntry | null;
}

const bad = ({ position }: { readonly position: number }, why: string): BadEntry => ({
  reference: 'checkpoint',
  seq: position,
  why,
});

const FORGED = 'it was not signed with the key of this desk';

/** Every signature and every digest in the database. Only signed digests are built on, so the first bad one is the one. */
export const verifyCheckpoints = async (session: SqlSession, key: KeyObject): Promise<CheckpointsChecked> => {
  let previous: Omit<SignedCheckpoint, 'at' | 'signature'> = BEFORE_ALL;
  let checkpoints = 0;
  for (;;) {
    const batch = await checkpointsAfter(session, previous.position, CHECKPOINTS_AT_ONCE);
    if (batch.length === 0) return { checkpoints, firstBad: null };
    for (const checkpoint of batch) {
      if (!isSignedBy(checkpoint, key)) return { checkpoints, firstBad: bad(checkpoint, FORGED) };
      const { entries, digest } = await digestOnwards(session, previous, checkpoint.position);
      const since = `of the entries after position ${previous.position}`;
      if (entries !== checkpoint.entries) {
        const why = `${checkpoint.entries - previous.entries} ${since} were signed and ${entries - previous.entries} are there`;
        return { checkpoints, firstBad: bad(checkpoint, why) };
      }
      if (digest !== checkpoint.digest) {
        return { checkpoints, firstBad: bad(checkpoint, `one ${since} is not the one that was signed`) };
      }
      previous = checkpoint;
      checkpoints += 1;
    }
  }
};

/**
 * The checkpoints that left the database against those in it: whoever cuts the tail of the ledger, or writes it anew,
 * has to remove checkpoints, and here they still are. `length` in bytes is that of the file before the database was read.
 */
export const verifyCheckpointFile = async (
  session: SqlSession,
  key: KeyObject,
  file: string,
  length: number,
): Promise<CheckpointsChecked> => {
  let checkpoints = 0;
  for await (const outside of readCheckpointFile(file, length)) {
    if (!isSignedBy(outside, key)) return { checkpoints, firstBad: bad(outside, `in ${file} ${FORGED}`) };
    const [inside] = await checkpointsAfter(session, outside.position - 1, 1);
    if (inside === undefined || lineOf(inside) !== lineOf(outside)) {
      return { checkpoints, firstBad: bad(outside, `it stands in ${file} and not in the database`) };
    }
    checkpoints += 1;
  }
  return { checkpoints, firstBad: null };
};
