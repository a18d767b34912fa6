import { useHotkeys } from '@mantine/hooks';

const rowLinks = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-row-link]')];

/** Puts the focus on the row of a reference, if it is there. */
export const focusRow = (reference: string | null): void =>
  rowLinks()
    .find((link) => link.dataset['rowLink'] === reference)
    ?.focus();

const move = (by: 1 | -1): void => {
  const links = rowLinks();
  const row = document.activeElement?.closest('tr');
  const at = links.findIndex((link) => link.closest('tr') === row);
  const next = at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1);
  links[next]?.focus();
};

/** j and k go down and up the rows; Enter opens, as on any link. */
export const useRowKeys = (): void => {
  useHotkeys([
    ['j', () => move(1)],
    ['k', () => move(-1)],
  ]);
};
