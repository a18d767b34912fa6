import { createReadStream } from 'node:fs';
import { appendFile, mkdir, open, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { checkpointsAfter, lineOf, parseLine, type SignedCheckpoint } from './signed-checkpoint.js';
import type { SqlSession } from '#persistence/database';

const LINES_AT_ONCE = 500;
/** Longer than two lines, so that the last whole one is in it even when half a line follows. */
const TAIL_BYTES = 2048;

/** Where the checkpoints leave the database for: who can write there and in the database can still not sign. */
export const checkpointFile = (dataDir: string): string => join(dataDir, 'checkpoints.jsonl');

/** Bytes in the file; 0 when there is none. */
export const fileLength = async (file: string): Promise<number> => (await stat(file).catch(() => null))?.size ?? 0;

const readTail = async (file: string, length: number): Promise<string> => {
  if (length === 0) return '';
  const handle = await open(file, 'r');
  try {
    const from = Math.max(0, length - TAIL_BYTES);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length - from), 0, length - from, from);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
};

/** Appends the checkpoints that the file does not have yet, also those that were made while it could not be written. */
export const exportCheckpoints = async (session: SqlSession, file: string): Promise<void> => {
  const tail = await readTail(file, await fileLength(file));
  let position =
    tail
      .split('\n')
      .map(parseLine)
      .findLast((line) => line !== null)?.position ?? 0;
  let separator = tail === '' || tail.endsWith('\n') ? '' : '\n';
  await mkdir(dirname(file), { recursive: true });
  for (;;) {
    const checkpoints = await checkpointsAfter(session, position, LINES_AT_ONCE);
    const last = checkpoints.at(-1);
    if (last === undefined) return;
    await appendFile(file, separator + checkpoints.map(lineOf).join(''), { flush: true });
    separator = '';
    position = last.position;
  }
};

/** The checkpoints in the first `length` bytes of the file. Half lines are passed over. */
export async function* readCheckpointFile(file: string, length: number): AsyncGenerator<SignedCheckpoint> {
  if (length === 0) return;
  const lines = createInterface({ input: createReadStream(file, { end: length - 1 }), crlfDelay: Infinity });
  for await (const line of lines) {
    const checkpoint = parseLine(line);
    if (checkpoint !== null) yield checkpoint;
  }
}
