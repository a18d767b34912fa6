import type { TimelineEntry } from '#contracts/request-page';

/** Entries that tell of somebody having looked; nothing is different for them. */
const LOOKED: readonly string[] = ['contactRevealed', 'documentRead', 'answerOpened', 'documentDownloaded'];

/** Up to where a timeline was known. */
export const lastSeq = (timeline: readonly TimelineEntry[]): number => timeline.at(-1)?.seq ?? 0;

/**
 * What others did to a request since its entry `seen`, newest first: people, and where it was nobody, the desk.
 * `reader`: the id of whoever is told, and who knows what they did themselves.
 */
export const entriesSince = (
  timeline: readonly TimelineEntry[],
  seen: number,
  reader: string,
): readonly TimelineEntry[] => {
  const news = timeline
    .filter(({ seq, actor, type }) => seq > seen && actor !== `staff:${reader}` && !LOOKED.includes(type))
    .toReversed();
  const byPeople = news.filter(({ actor }) => actor !== 'desk');
  return byPeople.length > 0 ? byPeople : news;
};
