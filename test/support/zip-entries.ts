import { readFile } from 'node:fs/promises';

const CENTRAL_ENTRY = 0x02014b50;
const HEADER_BYTES = 46;

/** The names in a ZIP file, read from its central directory. */
export const entryNames = async (path: string): Promise<string[]> => {
  const bytes = await readFile(path);
  const names: string[] = [];
  for (let at = 0; at < bytes.length - HEADER_BYTES; at += 1) {
    if (bytes.readUInt32LE(at) !== CENTRAL_ENTRY) continue;
    const length = bytes.readUInt16LE(at + 28);
    names.push(bytes.subarray(at + HEADER_BYTES, at + HEADER_BYTES + length).toString('utf8'));
  }
  return names;
};
