import { useEffect, useLayoutEffect, useRef } from 'react';
import { paletteStore } from '../palette/palette-store.js';
import { useSession } from '../session/session-context.js';

/** The keys of a sequence follow each other within this, in milliseconds. */
const TOGETHER_MS = 1_000;

/** What keys do: one key, such as `j`, or two after each other, such as `g q`. */
export type SingleKeys = Readonly<Record<string, () => void>>;

const TYPING = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** Nordic keyboards have brackets behind AltGr or Option, which is told as Ctrl with Alt, as Alt, or not at all. */
const isCommand = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  metaKey || (/^[[\]]$/.test(key) ? ctrlKey && !altKey : ctrlKey || altKey);

/** Everything but a row has a use of its own for Space. */
const isSpaceElsewhere = ({ key, target }: KeyboardEvent): boolean =>
  key === ' ' && !(target instanceof Element && target.matches('[data-row-link]'));

const isElsewhere = (event: KeyboardEvent): boolean =>
  event.defaultPrevented ||
  isCommand(event) ||
  isSpaceElsewhere(event) ||
  (event.target instanceof Element && event.target.closest(TYPING) !== null) ||
  // Also while what was just opened is on its way: the letters are meant for it.
  paletteStore.get() !== null ||
  document.querySelector('[role="dialog"]') !== null;

/**
 * Shortcuts of one letter: not while somebody types, not over a dialog, and not for those who have turned them off, because
 * what is spoken to a computer arrives as letters (WCAG 2.2, 2.1.4).
 */
export const useSingleKeys = (keys: SingleKeys): void => {
  const { user } = useSession();
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  // With the paint that shows what they move in, not a moment later.
  useLayoutEffect(() => {
    if (!user.singleKeys) return undefined;
    let before = { key: '', at: 0 };
    const onKey = (event: KeyboardEvent): void => {
      if (isElsewhere(event)) return;
      const { key, timeStamp } = event;
      const sequence = timeStamp - before.at < TOGETHER_MS ? `${before.key} ${key}` : key;
      const act = current.current[sequence] ?? current.current[key];
      before = { key, at: timeStamp };
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [user.singleKeys]);
};
