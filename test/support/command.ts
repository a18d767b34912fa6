import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { run } from '#apps/cli/run';
import { Keyring } from '#persistence/keyring';
import { Ledger } from '#persistence/ledger';
import { FINLAND, openDesk } from '#test/support/desk';

export interface CommandResult {
  readonly code: number;
  /** Lines on standard output. */
  readonly printed: readonly string[];
  /** Lines on standard error. */
  readonly complained: readonly string[];
}

/** Runs `artikla` in this process, with no settings but the given ones and nothing but `input` to read. */
export const runCommand = async (
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input = '',
): Promise<CommandResult> => {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await run(words, {
    env,
    input: Readable.from([Buffer.from(input)]),
    print: (line) => printed.push(line),
    write: async (text) => void printed.push(...text.split('\n').slice(0, -1)),
    complain: (line) => complained.push(line),
  });
  return { code, printed, complained };
};

/** A desk with the settings under which a command finds it: database, key and a data folder of its own. */
export const openCommandDesk = async () => {
  const desk = await openDesk();
  const key = randomBytes(32);
  const keyring = new Keyring(key);
  const dataDir = await mkdtemp(join(tmpdir(), 'artikla-command-'));
  return {
    ...desk,
    keyring,
    ledger: new Ledger(desk.database, keyring, FINLAND),
    dataDir,
    env: { DATABASE_URL: desk.url, ARTIKLA_KEY: key.toString('base64'), DATA_DIR: dataDir },
    close: async () => {
      await desk.close();
      await rm(dataDir, { recursive: true });
    },
  };
};

export type CommandDesk = Awaited<ReturnType<typeof openCommandDesk>>;
