import type { QueueSearch } from './queue-search.js';

let search: QueueSearch = {};
let opened: string | null = null;

/** The queue that was looked at last, so that a request leads back to it. */
export const lastQueue = (): QueueSearch => search;

export const rememberQueue = (shown: QueueSearch): void => {
  search = shown;
};

export const rememberOpened = (reference: string): void => {
  opened = reference;
};

/** The reference of the row that was opened last, once: focus goes back to it. */
export const takeOpened = (): string | null => {
  const reference = opened;
  opened = null;
  return reference;
};
