import { randomBytes, randomUUID } from 'node:crypto';
import { access, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Why a key cannot be used, as one sentence that holds nothing of the key. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

/** The key itself in base64, or the file that holds it. */
export interface KeySource {
  readonly ARTIKLA_KEY?: string | undefined;
  readonly ARTIKLA_KEY_FILE?: string | undefined;
}

const KEY_BYTES = 32;
const HOW = 'make one with `openssl rand -base64 32`';
/** Fewer different bytes than this, among 32 drawn by chance, come once in more than 10^20 keys. */
const FEWEST_DIFFERENT = 12;

/** Zeros, a counting row, a word repeated, a sentence in base64: what stands in examples and was never drawn by chance. */
const isSample = (key: Buffer): boolean => {
  const steps = new Set(key.subarray(1).map((byte, index) => byte - (key[index] ?? 0)));
  const isText = key.every((byte) => byte >= 0x20 && byte < 0x7f);
  return new Set(key).size < FEWEST_DIFFERENT || steps.size === 1 || isText;
};

const parseKey = (text: string, name: string): Buffer => {
  const key = Buffer.from(text.trim(), 'base64');
  if (!/^[\w+/-]{43}=?$/.test(text.trim()) || key.length !== KEY_BYTES) {
    throw new KeyError(`${name} is not ${KEY_BYTES} bytes in base64; ${HOW}.`);
  }
  if (isSample(key)) throw new KeyError(`${name} is a sample that anybody can guess; ${HOW}.`);
  return key;
};

const readKeyFile = async (path: string): Promise<Buffer> => {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new KeyError(`The key in ${path} cannot be read (${error.code}); put the file there or mend its rights.`);
  });
  return parseKey(text, `The key in ${path}`);
};

/** The 32 secret bytes that everything sealed hangs on. Throws KeyError when they are missing, malformed or a sample. */
export const loadKey = async ({ ARTIKLA_KEY, ARTIKLA_KEY_FILE }: KeySource): Promise<Buffer> => {
  if (ARTIKLA_KEY !== undefined) return parseKey(ARTIKLA_KEY, 'ARTIKLA_KEY');
  if (ARTIKLA_KEY_FILE !== undefined) return readKeyFile(ARTIKLA_KEY_FILE);
  throw new KeyError(`ARTIKLA_KEY is missing; ${HOW}.`);
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Where a desk that made its own key keeps it. */
export const ownKeyFile = (dataDir: string): string => join(dataDir, 'key');

/** Appears whole or not at all, and of two processes that make one at the same time both go on with the same. */
const createKeyFile = async (path: string): Promise<void> => {
  const unfinished = `${path}.${randomUUID()}`;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(unfinished, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flush: true });
  await link(unfinished, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(unfinished);
};

/**
 * The key of a desk that runs from its own folder; made on the first start, readable by its user alone. Call it before
 * the embedded database is made: a folder that has a database and no key gets no new one, because that would open nothing.
 */
export const loadOrCreateKey = async (dataDir: string): Promise<Buffer> => {
  const path = ownKeyFile(dataDir);
  if (!(await exists(path))) {
    if (await exists(join(dataDir, 'postgres'))) {
      throw new KeyError(`There is a database in ${dataDir} but its key is gone; put the file "key" back there.`);
    }
    await createKeyFile(path);
  }
  return readKeyFile(path);
};
