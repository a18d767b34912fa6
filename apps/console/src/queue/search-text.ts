import { useCallback, useSyncExternalStore } from 'react';
import { useSession } from '../session/session-context.js';

/** Words that are looked for, and how often they have become others: a number may stand where words of a person must not. */
export interface LookedFor {
  readonly text: string;
  readonly number: number;
}

const NOTHING: LookedFor = { text: '', number: 0 };

/**
 * Kept in memory alone, so that a name reaches neither the address bar nor what the browser writes down, and still there
 * when a request leads back to the queue. Whose it is stands beside it: nobody finds the words of a colleague.
 */
let kept: { readonly by: string; readonly looked: LookedFor } = { by: '', looked: NOTHING };
const listeners = new Set<() => void>();

const lookedBy = (id: string): LookedFor => (kept.by === id ? kept.looked : NOTHING);

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** What is looked for in the queue, and how to look for something else; empty words end the search. */
export const useSearchText = (): readonly [LookedFor, (text: string) => void] => {
  const { user } = useSession();
  const looked = useSyncExternalStore(subscribe, () => lookedBy(user.id));
  const look = useCallback(
    (text: string) => {
      if (lookedBy(user.id).text === text) return;
      kept = { by: user.id, looked: { text, number: kept.looked.number + 1 } };
      for (const listener of listeners) listener();
    },
    [user.id],
  );
  return [looked, look];
};
