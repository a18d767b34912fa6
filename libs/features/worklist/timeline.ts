import { eventOf } from '#persistence/ledger-rows';
import { countedDates } from './finding-view.js';
import { wordsBeside } from './words-beside.js';
import type { TimelineEntry } from '#contracts/request-page';
import type { RequestFile } from './request-file.js';

/** Everything that happened to a request, in the order of its ledger. */
export const timelineOf = (file: RequestFile): TimelineEntry[] =>
  file.entries.map((entry) => {
    const { type, at, on, actor, data, computation } = eventOf(entry);
    const counted = computation === undefined ? null : countedDates(computation);
    return { seq: entry.seq, type, at, on, actor, data: { ...data }, counted, note: wordsBeside(file, entry) };
  });
