import { createHash } from 'node:crypto';

/** What stands before the first entry of every chain. */
export const GENESIS = Buffer.alloc(32);

/** The parts of an entry that its hash covers, as they are stored. `at` is UTC with six digits of fraction. */
export interface ChainedEntry {
  readonly requestId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly on: string;
  readonly actor: string;
  readonly data: string;
  readonly sealed: Uint8Array | null;
}

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/**
 * The hash of an entry: over the hash before it, its clear columns with their lengths (so that no two splits of the
 * same text agree) and the digest of its sealed bytes. Destroying a request's key leaves the chain whole.
 */
export const entryHash = (previous: Uint8Array, entry: ChainedEntry): Buffer => {
  const clear = [entry.requestId, String(entry.seq), entry.type, entry.at, entry.on, entry.actor, entry.data];
  const hash = createHash('sha256').update(previous);
  for (const part of clear) {
    const bytes = Buffer.from(part);
    hash.update(`${bytes.length}:`).update(bytes);
  }
  return hash.update(entry.sealed === null ? GENESIS : digest(entry.sealed)).digest();
};
