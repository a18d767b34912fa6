import { sign, verify, type KeyObject } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { GENESIS } from '#persistence/chain';
import { INSTANT_TEXT } from '#persistence/database-time';
import type { SqlSession } from '#persistence/database';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

const checkpointLine = z.strictObject({
  /** Position of the last entry it covers. */
  position: z.int().positive(),
  at: z.string(),
  /** Entries up to that position: no more than positions, because an insert that failed has used one up. */
  entries: z.int().positive(),
  /** SHA-256 over the digest before it and the hashes of the entries since, in order of position. */
  digest: hex(32),
  signature: hex(64),
});

/** What the desk's key says of the whole ledger at one moment, as it stands in a file outside the database. */
export type SignedCheckpoint = Readonly<z.output<typeof checkpointLine>>;

export type Checkpoint = Omit<SignedCheckpoint, 'signature'>;

/** What stands before the first checkpoint. */
export const BEFORE_ALL = { position: 0, entries: 0, digest: GENESIS.toString('hex') } as const;

/** Canonical JSON (RFC 8785), so that the same checkpoint always has the same bytes to sign. */
const textOf = ({ position, at, entries, digest }: Checkpoint): Buffer =>
  Buffer.from(canonicalize({ position, at, entries, digest }) ?? '');

export const signCheckpoint = (checkpoint: Checkpoint, key: KeyObject): SignedCheckpoint => ({
  ...checkpoint,
  signature: sign(null, textOf(checkpoint), key).toString('hex'),
});

export const isSignedBy = (checkpoint: SignedCheckpoint, key: KeyObject): boolean =>
  verify(null, textOf(checkpoint), key, Buffer.from(checkpoint.signature, 'hex'));

export const lineOf = (checkpoint: SignedCheckpoint): string => `${canonicalize(checkpoint)}\n`;

/** Null for what is no whole line: a power cut may leave half of one. */
export const parseLine = (line: string): SignedCheckpoint | null => {
  try {
    return checkpointLine.parse(JSON.parse(line));
  } catch {
    return null;
  }
};

interface CheckpointRow {
  readonly position: string;
  readonly at: string;
  readonly entries: string;
  readonly digest: Buffer;
  readonly signature: Buffer;
}

const fromRow = (row: CheckpointRow): SignedCheckpoint => ({
  position: Number(row.position),
  at: row.at,
  entries: Number(row.entries),
  digest: row.digest.toString('hex'),
  signature: row.signature.toString('hex'),
});

const COLUMNS = `position, ${INSTANT_TEXT('at')} as at, entries, digest, signature`;

/** The next checkpoints of the database after a position, in order. */
export const checkpointsAfter = async (
  session: SqlSession,
  position: number,
  most: number,
): Promise<SignedCheckpoint[]> => {
  const rows = await session.query<CheckpointRow>(
    `select ${COLUMNS} from checkpoint where position > $1 order by position limit $2`,
    [position, most],
  );
  return rows.map(fromRow);
};

export const latestCheckpoint = async (session: SqlSession): Promise<SignedCheckpoint | null> => {
  const [row] = await session.query<CheckpointRow>(`select ${COLUMNS} from checkpoint order by position desc limit 1`);
  return row === undefined ? null : fromRow(row);
};

export const insertCheckpoint = async (session: SqlSession, checkpoint: SignedCheckpoint): Promise<void> => {
  const { position, at, entries, digest, signature } = checkpoint;
  await session.query('insert into checkpoint (position, at, entries, digest, signature) values ($1, $2, $3, $4, $5)', [
    position,
    at,
    entries,
    Buffer.from(digest, 'hex'),
    Buffer.from(signature, 'hex'),
  ]);
};
