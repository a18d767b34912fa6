import { entryContext } from '#persistence/ledger-rows';
import { openJson } from '#persistence/request-keys';
import type { Words } from '#domain/request/personal';
import type { EntryRow } from '#persistence/ledger-rows';
import type { RequestFile } from './request-file.js';

/**
 * The words sealed beside an entry; null when there are none, or nobody can open them any more. Other things are sealed there
 * too, such as who was located; they have places of their own.
 */
export const wordsBeside = ({ id, content }: RequestFile, { seq, sealed }: EntryRow): string | null => {
  if (sealed === null || content === null) return null;
  const { words } = openJson<Partial<Words>>(content.sealer, sealed, entryContext(id, seq));
  return words === undefined || words === '' ? null : words;
};
