import { openEventLink, type News } from './event-link.js';

const NAME = 'artikla-live';

type Word = News | { readonly type: 'isAnybodyThere' };

/** In a place without encryption browsers have no locks: there each window has a stream of its own. */
const whenFirst = async (signal: AbortSignal, lead: () => Promise<void>): Promise<void> => {
  if (!('locks' in navigator)) return lead();
  await navigator.locks.request(NAME, { signal }, lead).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
};

/**
 * One stream for all windows of a browser, which opens six connections to a server at most: the window that holds the lock
 * listens and passes on what it hears; when it is closed, another one goes on from the same place. Returns how to leave.
 */
export const joinSharedLink = (hear: (news: News) => void): (() => void) => {
  const leaving = new AbortController();
  const windows = new BroadcastChannel(NAME);
  let place: string | null = null;
  let leads = false;
  let live = false;
  const note = (news: News): void => {
    live = news.type !== 'lost';
    if (news.type !== 'lost') {
      // A window that joins a stream in the middle was not there when it began.
      if (place === null && news.type === 'changes') hear({ type: 'ready', id: news.id, resumed: false });
      place = news.id;
    }
    hear(news);
  };
  windows.addEventListener('message', ({ data: word }: MessageEvent<Word>) => {
    if (word.type !== 'isAnybodyThere') note(word);
    else if (leads && live && place !== null) {
      windows.postMessage({ type: 'ready', id: place, resumed: false } satisfies Word);
    }
  });
  windows.postMessage({ type: 'isAnybodyThere' } satisfies Word);
  void whenFirst(leaving.signal, async () => {
    leads = true;
    const close = openEventLink(place, (news) => {
      windows.postMessage(news);
      note(news);
    });
    await new Promise((resolve) => leaving.signal.addEventListener('abort', resolve, { once: true }));
    close();
  });
  return () => {
    leaving.abort();
    windows.close();
  };
};
