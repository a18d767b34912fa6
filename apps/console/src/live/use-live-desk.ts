import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { LiveChange } from '#contracts/live';
import type { RequestPage } from '#contracts/request-page';
import { COUNTS_KEY, NOTICES_KEY, QUEUE_KEY, SESSION_KEY, requestKey } from '../api/keys.js';
import { sessionQuery } from '../session/session-query.js';
import type { News } from './event-link.js';
import { linkState } from './link-state.js';
import { noteAnswer } from './reachability.js';
import { joinSharedLink } from './shared-link.js';

/** Entries that follow a mail to staff. */
const MAILED: readonly string[] = ['reminderSent', 'letterSent'];

/** Well within what the server tells again (`RECENT_SECONDS` there), counted from when this page began to load. */
const TOLD_AGAIN_MS = 8_000;

/** Asks again for what is on screen; for what is not, and in windows that nobody sees, when it is looked at next. */
const ask = (client: QueryClient, queryKey: readonly unknown[]): void =>
  void client.invalidateQueries({ queryKey, refetchType: document.hidden ? 'none' : 'active' });

const isNews = (client: QueryClient, { reference, version }: LiveChange): boolean =>
  (client.getQueryData<RequestPage>(requestKey(reference))?.version ?? 0) < version;

const onChanges = (client: QueryClient, changes: readonly LiveChange[]): void => {
  const references = new Set(changes.filter((change) => isNews(client, change)).map(({ reference }) => reference));
  for (const reference of references) ask(client, requestKey(reference));
  ask(client, QUEUE_KEY);
  ask(client, COUNTS_KEY);
  if (changes.some(({ kind }) => MAILED.includes(kind))) ask(client, NOTICES_KEY);
};

/** The server tells a new stream what happened in the seconds before it, so a page that has just come up missed nothing. */
const mayHaveMissed = ({ resumed }: Extract<News, { type: 'ready' }>): boolean =>
  !resumed && performance.now() > TOLD_AGAIN_MS;

const onNews = (client: QueryClient, news: News): void => {
  linkState.set(news.type === 'lost' ? 'lost' : 'live');
  if (news.type === 'lost') {
    // Is it the server, or has the session ended? The answer to this call says which.
    void client.invalidateQueries({ queryKey: SESSION_KEY });
    return;
  }
  noteAnswer(200);
  if (news.type === 'changes' && news.changes !== null) onChanges(client, news.changes);
  else if (news.type === 'changes' || mayHaveMissed(news)) ask(client, []);
};

/** While somebody is signed in, what others do appears on screen by itself. */
export const useLiveDesk = (): void => {
  const client = useQueryClient();
  const signedIn = useQuery(sessionQuery).data !== null;
  useEffect(() => {
    if (!signedIn) return undefined;
    const leave = joinSharedLink((news) => onNews(client, news));
    return () => {
      leave();
      linkState.set('opening');
    };
  }, [client, signedIn]);
};
