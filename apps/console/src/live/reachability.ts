import { createStore } from './store.js';

/** Since when the server cannot be reached, in milliseconds since 1970; null while it can. */
export const unreachableSince = createStore<number | null>(null);

/** Answers of what stands before a server that is not there. */
const NOBODY_BEHIND = [502, 503, 504];

/** Notes how a call ended: with a status, or 0 where there was no answer at all. */
export const noteAnswer = (status: number): void => {
  const lost = status === 0 || NOBODY_BEHIND.includes(status);
  if (!lost) unreachableSince.set(null);
  else if (unreachableSince.get() === null) unreachableSince.set(Date.now());
};
