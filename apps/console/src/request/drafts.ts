import { useCallback, useSyncExternalStore } from 'react';

/** Words typed and not yet sent, by what they are for. In memory only: signing out loads a fresh page. */
const drafts = new Map<string, string>();
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const draftOf = (name: string): string => drafts.get(name) ?? '';

const writeDraft = (name: string, words: string): void => {
  if (words === '') drafts.delete(name);
  else drafts.set(name, words);
  for (const listener of listeners) listener();
};

/** Puts words back where they were typed, before what was typed there since. */
export const returnDraft = (name: string, words: string): void => {
  const since = draftOf(name);
  writeDraft(name, since === '' ? words : `${words}\n\n${since}`);
};

/** Like `useState('')`, but what was typed is still there when the dialog is opened again. */
export const useDraft = (name: string): [words: string, write: (words: string) => void] => {
  const words = useSyncExternalStore(subscribe, () => draftOf(name));
  return [words, useCallback((typed: string) => writeDraft(name, typed), [name])];
};
