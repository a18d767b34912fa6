import type { LiveChanges, LiveReady } from '#contracts/live';
import { STAFF_PATHS } from '#contracts/staff-paths';
import { addressOf } from '../api/address.js';

/** What a stream of events tells. `id`: where to go on after it. */
export type News =
  | { readonly type: 'ready'; readonly id: string; readonly resumed: boolean }
  | { readonly type: 'changes'; readonly id: string; readonly changes: LiveChanges['changes'] }
  /** The stream broke off; another attempt follows by itself. */
  | { readonly type: 'lost' };

const FIRST_WAIT = 2_000;
const LONGEST_WAIT = 30_000;

/** Not all at the same moment, after a restart of the server. */
const scattered = (wait: number): number => wait * (0.75 + Math.random() / 2);

/**
 * Keeps a stream of events open, from the place `after` if there is one. A browser connects again by itself when a
 * connection breaks, but gives up for good on an answer that is no stream: there this takes over, more and more slowly.
 * Returns how to close it.
 */
export const openEventLink = (after: string | null, tell: (news: News) => void): (() => void) => {
  let last = after;
  let wait = FIRST_WAIT;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource;
  const open = (): void => {
    source = new EventSource(addressOf(STAFF_PATHS.events.path, last === null ? {} : { query: { after: last } }));
    source.addEventListener('ready', ({ data, lastEventId: id }: MessageEvent<string>) => {
      last = id;
      wait = FIRST_WAIT;
      tell({ type: 'ready', id, ...(JSON.parse(data) as LiveReady) });
    });
    source.addEventListener('changes', ({ data, lastEventId: id }: MessageEvent<string>) => {
      last = id;
      tell({ type: 'changes', id, ...(JSON.parse(data) as LiveChanges) });
    });
    source.addEventListener('error', () => {
      tell({ type: 'lost' });
      if (source.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, scattered(wait));
      wait = Math.min(wait * 2, LONGEST_WAIT);
    });
  };
  open();
  return () => {
    clearTimeout(timer);
    source.close();
  };
};
