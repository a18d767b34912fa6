import { useState } from 'react';

/** Words typed and not yet sent, by what they are for. In memory only: signing out loads a fresh page. */
const drafts = new Map<string, string>();

/** Like `useState('')`, but what was typed is still there when the dialog is opened again. */
export const useDraft = (name: string): [words: string, write: (words: string) => void] => {
  const [words, setWords] = useState(() => drafts.get(name) ?? '');
  const write = (typed: string): void => {
    if (typed === '') drafts.delete(name);
    else drafts.set(name, typed);
    setWords(typed);
  };
  return [words, write];
};
