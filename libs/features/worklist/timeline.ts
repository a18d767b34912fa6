import { entryContext, eventOf } from '#persistence/ledger-rows';
import { openJson } from '#persistence/request-keys';
import { countedDates } from './finding-view.js';
import type { TimelineEntry } from '#contracts/request-page';
import type { Words } from '#domain/request/personal';
import type { EntryRow } from '#persistence/ledger-rows';
import type { RequestFile } from './request-file.js';

/** The words beside an entry. Other things are sealed there too, such as who was located; they have places of their own. */
const noteOf = ({ id, content }: RequestFile, { seq, sealed }: EntryRow): string | null => {
  if (sealed === null || content === null) return null;
  const { words } = openJson<Partial<Words>>(content.sealer, sealed, entryContext(id, seq));
  return words === undefined || words === '' ? null : words;
};

/** Everything that happened to a request, in the order of its ledger. */
export const timelineOf = (file: RequestFile): TimelineEntry[] =>
  file.entries.map((entry) => {
    const { type, at, on, actor, data, computation } = eventOf(entry);
    const counted = computation === undefined ? null : countedDates(computation);
    return { seq: entry.seq, type, at, on, actor, data: { ...data }, counted, note: noteOf(file, entry) };
  });
