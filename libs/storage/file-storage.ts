import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Sealer } from '#domain/sealer';

/** Why a file cannot be stored or read; carries no path and nothing of the content. */
export type StorageErrorCode = 'bad-key' | 'bad-url' | 'missing';

export class StorageError extends Error {
  override readonly name = 'StorageError';

  constructor(readonly code: StorageErrorCode) {
    super(`Stored file: ${code}.`);
  }
}

export interface StoredFile {
  readonly key: string;
  /** Size and SHA-256 (hexadecimal) of the content before sealing. */
  readonly bytes: number;
  readonly sha256: string;
}

/** Ids in one to four steps. No dots and no upper case, so that no key means another on any file system. */
const KEY = /^[a-z0-9][a-z0-9-]{0,63}(\/[a-z0-9][a-z0-9-]{0,63}){0,3}$/;

/** Reads STORAGE_URL, a `file:` URL; a relative one (`file:./files`) starts at `base`. Throws `bad-url`. */
export const storageFolder = (storageUrl: string, base: string): string => {
  const url = URL.parse(storageUrl, pathToFileURL(`${base}/`));
  if (url === null || url.protocol !== 'file:' || url.host !== '') throw new StorageError('bad-url');
  return fileURLToPath(url);
};

/** Writes a new file and waits until it is on disk. */
const writeDurably = async (path: string, content: Uint8Array): Promise<void> => {
  await using file = await open(path, 'wx', 0o600);
  await file.writeFile(content);
  await file.sync();
};

/** On POSIX a name is only safe from a power cut once the folders that lead to it are on disk too. */
const syncFolders = async (innermost: string, outermost: string): Promise<void> => {
  await using folder = await open(innermost, 'r');
  await folder.sync();
  if (innermost !== outermost) await syncFolders(dirname(innermost), outermost);
};

/** Sealed files in a local folder. Keys are made by the desk from ids; what people call a file never reaches a path. */
export class FileStorage {
  private readonly folder: string;

  constructor(folder: string) {
    this.folder = resolve(folder);
  }

  /** Stores the content under the key, all of it or nothing; an earlier file of that key is replaced. */
  async put(key: string, content: Uint8Array, sealer: Sealer): Promise<StoredFile> {
    const path = this.path(key);
    const unfinished = `${path}.${randomUUID()}.part`;
    const sealed = sealer.seal(content, context(key));
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      await writeDurably(unfinished, sealed);
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
    await syncFolders(dirname(path), this.folder);
    return { key, bytes: content.byteLength, sha256: createHash('sha256').update(content).digest('hex') };
  }

  /** The content of a file. Throws `missing`; the sealer throws when the file was altered or moved. */
  async get(key: string, sealer: Sealer): Promise<Uint8Array> {
    const sealed = await readFile(this.path(key)).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'ENOENT' ? new StorageError('missing') : error;
    });
    return sealer.open(sealed, context(key));
  }

  /** Forgets a file; nothing happens when it is gone already. */
  async delete(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  private path(key: string): string {
    if (!KEY.test(key)) throw new StorageError('bad-key');
    return join(this.folder, `${key}.sealed`);
  }
}

/** Binds a sealed file to its key, so that one file put in the place of another does not open. */
const context = (key: string): string => `file:${key}`;
