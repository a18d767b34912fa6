import { useCallback } from 'react';
import { formatAgo } from '#texts/relative-time';
import type { RequestPage, TimelineEntry } from '#contracts/request-page';
import type { InstantText } from '#domain/time-source';
import { useActorName } from '../../app/actor-name.js';
import { useDates } from '../../app/dates.js';
import { useTexts } from '../../app/texts.js';
import { entryTitle } from '../timeline/entry-title.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What happened, who did it and how long ago, in words. */
export interface EntryWords {
  readonly what: string;
  readonly who: string;
  readonly when: string;
}

export const useEntryWords = (): ((entry: TimelineEntry, page: RequestPage) => EntryWords) => {
  const texts = useTexts();
  const dates = useDates();
  const actorName = useActorName();
  return useCallback(
    (entry, page) => {
      const ago = (at: InstantText): string => {
        const age = Date.now() - Date.parse(at);
        // The clock of a demo runs ahead of the browser's; there the moment itself is told.
        if (age < 0 || age >= DAY) return dates.moment(at);
        return age < MINUTE ? texts.t('live.ago.now') : formatAgo(age, texts.language);
      };
      const tasks = page.rights.flatMap((right) => right.tasks);
      const names = {
        ofActor: actorName,
        ofTask: (id: string) => tasks.find((task) => task.id === id)?.registerName ?? id,
      };
      return { what: entryTitle(entry, texts, names), who: actorName(entry.actor), when: ago(entry.at) };
    },
    [texts, dates, actorName],
  );
};
