import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KeyError, loadKey, loadOrCreateKey, ownKeyFile } from './load-key.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artikla-key-'));
});
afterEach(() => rm(folder, { recursive: true }));

const KEY = randomBytes(32);

describe('a key that is given', () => {
  it.each(['base64', 'base64url'] as const)('is read in %s', async (encoding) => {
    expect(await loadKey({ ARTIKLA_KEY: KEY.toString(encoding) })).toEqual(KEY);
  });

  it('is read from a file, with the line end that editors leave', async () => {
    const path = join(folder, 'secret');
    await writeFile(path, `${KEY.toString('base64')}\n`);
    expect(await loadKey({ ARTIKLA_KEY_FILE: path })).toEqual(KEY);
  });

  it.each([
    ['31 bytes', KEY.subarray(1).toString('base64')],
    ['33 bytes', Buffer.concat([KEY, Buffer.alloc(1)]).toString('base64')],
    ['hexadecimal', KEY.toString('hex')],
    ['a password', 'correct horse battery staple'],
  ])('of %s is refused', async (_what, text) => {
    await expect(loadKey({ ARTIKLA_KEY: text })).rejects.toThrow('ARTIKLA_KEY is not 32 bytes in base64');
  });

  it.each([
    ['zeros', Buffer.alloc(32)],
    ['a word over and over', Buffer.from('secret'.repeat(6).slice(0, 32))],
    ['a counting row', Buffer.from(Array.from({ length: 32 }, (_, index) => index))],
    ['a sentence', Buffer.from('this is the key of our own desk!')],
  ])('that is %s is refused as a sample', async (_what, key) => {
    await expect(loadKey({ ARTIKLA_KEY: key.toString('base64') })).rejects.toThrow('a sample that anybody can guess');
  });

  it('is never repeated in what is said about it', async () => {
    const text = `${KEY.toString('base64')}zz`;
    await expect(loadKey({ ARTIKLA_KEY: text })).rejects.not.toThrow(text.slice(0, 12));
  });

  it('is asked for when it is missing', async () => {
    await expect(loadKey({})).rejects.toThrow('ARTIKLA_KEY is missing; make one with `openssl rand -base64 32`.');
    await expect(loadKey({ ARTIKLA_KEY_FILE: join(folder, 'none') })).rejects.toThrow('cannot be read (ENOENT)');
  });
});

describe("a desk's own key", () => {
  it('is made once, for its user alone, and found again', async () => {
    const made = await loadOrCreateKey(join(folder, 'data'));
    expect(made).toHaveLength(32);
    expect((await stat(ownKeyFile(join(folder, 'data')))).mode & 0o777).toBe(0o600);
    expect(await loadOrCreateKey(join(folder, 'data'))).toEqual(made);
    expect(await readdir(join(folder, 'data'))).toEqual(['key']);
  });

  it('is not replaced by a new one when the database it belongs to is still there', async () => {
    await mkdir(join(folder, 'postgres'));
    await expect(loadOrCreateKey(folder)).rejects.toThrow(KeyError);
    expect(await readdir(folder)).toEqual(['postgres']);
  });

  it('is the same for two that make it at once', async () => {
    const keys = await Promise.all([loadOrCreateKey(folder), loadOrCreateKey(folder)]);
    expect(keys[0]).toEqual(keys[1]);
  });
});
