import type { z } from 'zod';
import type { Sealer } from '#domain/sealer';
import type { FileStorage } from '#storage/file-storage';

/** A sealed JSON file of a request, checked against its schema. Throws when it is missing, altered or of another shape. */
export const readStoredJson = async <Schema extends z.ZodType>(
  storage: FileStorage,
  storageKey: string,
  sealer: Sealer,
  schema: Schema,
): Promise<z.output<Schema>> => {
  const content = await storage.get(storageKey, sealer);
  return schema.parse(JSON.parse(Buffer.from(content).toString('utf8')));
};
