import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sealer } from '#domain/sealer';
import { FileStorage, storageFolder } from './file-storage.js';

const dataKey = randomBytes(32);

/** Authenticates content and context as the desk's own sealer does. */
const sealer: Sealer = {
  seal: (content, context) => {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', dataKey, nonce).setAAD(Buffer.from(context));
    const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  },
  open: (sealed, context) => {
    const decipher = createDecipheriv('aes-256-gcm', dataKey, sealed.subarray(0, 12));
    decipher.setAAD(Buffer.from(context)).setAuthTag(sealed.subarray(12, 28));
    return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]);
  },
};

const content = new TextEncoder().encode('Sähkösopimus');
const key = 'requests/0197-a/0197-b';

describe('sealed files', () => {
  let folder: string;
  let storage: FileStorage;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'artikla-storage-'));
    storage = new FileStorage(folder);
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  it('a file comes back as it was put, with its size and hash', async () => {
    expect(await storage.put(key, content, sealer)).toEqual({
      key,
      bytes: 14,
      sha256: '38ca99bb5c61a3ee52797884bde45fdf70619e3b58cbc9e63dc941ba313dd7a9',
    });
    expect(new TextDecoder().decode(await storage.get(key, sealer))).toBe('Sähkösopimus');
  });

  it('nothing readable stands on the disk, and only its owner can open it', async () => {
    await storage.put(key, content, sealer);
    const path = join(folder, `${key}.sealed`);
    expect((await readFile(path)).includes(content)).toBe(false);
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it('a file put in the place of another does not open', async () => {
    await storage.put(key, content, sealer);
    await copyFile(join(folder, `${key}.sealed`), join(folder, 'moved.sealed'));
    await expect(storage.get('moved', sealer)).rejects.toThrow(/authenticate/);
  });

  it('an altered file does not open', async () => {
    await storage.put(key, content, sealer);
    const path = join(folder, `${key}.sealed`);
    const sealed = await readFile(path);
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1;
    await writeFile(path, sealed);
    await expect(storage.get(key, sealer)).rejects.toThrow(/authenticate/);
  });

  it('putting again replaces the file and leaves nothing unfinished behind', async () => {
    await storage.put(key, content, sealer);
    await storage.put(key, new Uint8Array([1, 2, 3]), sealer);
    expect([...(await storage.get(key, sealer))]).toEqual([1, 2, 3]);
    expect(await readdir(join(folder, 'requests/0197-a'))).toEqual(['0197-b.sealed']);
  });

  it('a write that fails leaves nothing unfinished behind', async () => {
    await mkdir(join(folder, `${key}.sealed`), { recursive: true });
    await expect(storage.put(key, content, sealer)).rejects.toMatchObject({ code: 'EISDIR' });
    expect(await readdir(join(folder, 'requests/0197-a'))).toEqual(['0197-b.sealed']);
  });

  it('a sealing that fails keeps the earlier file whole and leaves nothing unfinished behind', async () => {
    await storage.put(key, content, sealer);
    const broken: Sealer = {
      ...sealer,
      seal: () => {
        throw new Error('key gone');
      },
    };
    await expect(storage.put(key, new Uint8Array([9]), broken)).rejects.toThrow('key gone');
    expect(await storage.get(key, sealer)).toEqual(Buffer.from(content));
    expect(await readdir(join(folder, 'requests/0197-a'))).toEqual(['0197-b.sealed']);
  });

  it('a deleted file is missing, and deleting it again is no fault', async () => {
    await storage.put(key, content, sealer);
    await storage.delete(key);
    await storage.delete(key);
    await expect(storage.get(key, sealer)).rejects.toMatchObject({ code: 'missing' });
  });

  it.each([
    '',
    '/etc/passwd',
    '../outside',
    'a/../b',
    'a/./b',
    'a//b',
    'a/',
    'a\\b',
    'a\0b',
    'päätös',
    'letter.pdf',
    'A',
    'con:',
    'a/b/c/d/e',
    `a${'b'.repeat(64)}`,
  ])('the key %j reaches no path', async (bad) => {
    await expect(storage.put(bad, content, sealer)).rejects.toMatchObject({ code: 'bad-key' });
    await expect(storage.get(bad, sealer)).rejects.toMatchObject({ code: 'bad-key' });
    await expect(storage.delete(bad)).rejects.toMatchObject({ code: 'bad-key' });
    expect(await readdir(folder)).toEqual([]);
  });

  it('other trouble with the disk is not taken for a missing file', async () => {
    await writeFile(join(folder, 'requests'), '');
    await expect(storage.get(key, sealer)).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});

describe('STORAGE_URL', () => {
  it.each([
    ['file:///srv/files', '/srv/files'],
    ['file:./files', '/desk/files'],
    ['file:files', '/desk/files'],
    ['file:///srv/%C3%A4', '/srv/ä'],
  ])('%s is the folder %s', (url, folder) => {
    expect(storageFolder(url, '/desk')).toBe(folder);
  });

  it.each(['https://files.example/', 'file://elsewhere.example/files', 'http://['])('%s is no local folder', (url) => {
    expect(() => storageFolder(url, '/desk')).toThrow(/bad-url/);
  });
});
