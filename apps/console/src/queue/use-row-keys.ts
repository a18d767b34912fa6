import { useSingleKeys } from '../keyboard/use-single-keys.js';

const rowLinks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row-link]')];

const currentRow = (): HTMLTableRowElement | null => document.activeElement?.closest('tr') ?? null;

/** Puts the focus on the row of a reference, if it is there. */
export const focusRow = (reference: string | null): void =>
  rowLinks()
    .find((link) => link.dataset['rowLink'] === reference)
    ?.focus();

const move = (by: 1 | -1): void => {
  const links = rowLinks();
  const row = currentRow();
  const at = links.findIndex((link) => link.closest('tr') === row);
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1);
  links[next]?.focus();
};

const press = (what: string): void => currentRow()?.querySelector<HTMLElement>(what)?.click();

const currentReference = (): string | null =>
  currentRow()?.querySelector<HTMLElement>('[data-row-link]')?.dataset['rowLink'] ?? null;

/** j and k go down and up the rows, o opens one as Enter does on its link, x selects it, Space looks into it. */
export const useRowKeys = (onPeek: (reference: string | null) => void): void =>
  useSingleKeys({
    j: () => move(1),
    k: () => move(-1),
    o: () => press('[data-row-link]'),
    x: () => press('input[type="checkbox"]'),
    ' ': () => onPeek(currentReference()),
  });
