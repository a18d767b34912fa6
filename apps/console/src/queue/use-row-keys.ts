import { useHotkeys } from '@mantine/hooks';
import { toggleChosen } from './selection.js';

const rowLinks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row-link]')];

/** Puts the focus on the row of a reference, if it is there. */
export const focusRow = (reference: string | null): void =>
  rowLinks()
    .find((link) => link.dataset['rowLink'] === reference)
    ?.focus();

/** The reference of the row that has the focus, wherever in it; null for none. */
export const focusedReference = (): string | null =>
  document.activeElement?.closest('tr')?.querySelector<HTMLElement>('[data-row-link]')?.dataset['rowLink'] ?? null;

/** Moves the focus down or up the rows; the first one where no row has it. */
export const moveRow = (by: 1 | -1): void => {
  const links = rowLinks();
  const row = document.activeElement?.closest('tr');
  const at = links.findIndex((link) => link.closest('tr') === row);
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1);
  links[next]?.focus();
};

/** Chooses the row that has the focus for what is done to many, or takes it out. */
export const toggleFocusedRow = (): void => {
  const reference = focusedReference();
  if (reference !== null) toggleChosen(reference);
};

/** Puts the focus into the search of the queue; false where no queue is on screen. */
export const focusSearch = (): boolean => {
  const field = document.querySelector<HTMLInputElement>('[data-queue-search]');
  field?.focus();
  field?.select();
  return field !== null;
};

/** j and k go down and up the rows, x chooses; Enter opens, as on any link, and / looks for something (Shift+7 here). */
export const useRowKeys = (): void => {
  useHotkeys([
    ['j', () => moveRow(1)],
    ['k', () => moveRow(-1)],
    ['x', toggleFocusedRow],
    ['/', focusSearch],
    ['shift+/', focusSearch],
  ]);
};
