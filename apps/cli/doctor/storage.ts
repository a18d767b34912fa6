import { randomBytes, randomUUID } from 'node:crypto';
import { FileStorage, storageFolder } from '#storage/file-storage';
import { reasonOf } from '../reason.js';
import { failure, fine, type Finding } from './finding.js';
import type { Keyring } from '#persistence/keyring';
import type { Settings } from '#contracts/settings';

/** A sealed file goes in, comes back the same and is removed. */
export const checkStorage = async (settings: Settings, keyring: Keyring): Promise<Finding[]> => {
  const folder = storageFolder(settings.STORAGE_URL, settings.DATA_DIR);
  const storage = new FileStorage(folder);
  const key = `doctor-${randomUUID()}`;
  const content = randomBytes(64);
  try {
    await storage.put(key, content, keyring.desk);
    const read = await storage.get(key, keyring.desk);
    await storage.delete(key);
    return content.equals(read)
      ? [fine('Storage', `${folder} keeps what is put there.`)]
      : [failure('Storage', `${folder} gave back something else; mend the file system before any more is stored.`)];
  } catch (error) {
    return [failure('Storage', `${folder} cannot be written (${reasonOf(error)}); mend its rights, or STORAGE_URL.`)];
  }
};
