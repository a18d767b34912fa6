import { ZipFile } from 'yazl';
import { buffer } from 'node:stream/consumers';
import type { PackageFile } from './package.js';

/** The package as one file. Entries carry the given instant, so that the same content gives the same bytes. */
export const zipPackage = async (files: readonly PackageFile[], at: Temporal.Instant): Promise<Uint8Array> => {
  const zip = new ZipFile();
  const mtime = new Date(at.epochMilliseconds);
  for (const { path, bytes } of files) zip.addBuffer(Buffer.from(bytes), path, { mtime });
  zip.end();
  return buffer(zip.outputStream as NodeJS.ReadableStream);
};
