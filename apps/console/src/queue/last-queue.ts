import type { QueueSearch } from './queue-search.js';

/** The rows of the queue as far as they were on screen, and how to ask for those behind them. */
export interface Listed {
  readonly references: readonly string[];
  readonly total: number;
  readonly cursor: string | null;
}

let search: QueueSearch = {};
let listed: Listed = { references: [], total: 0, cursor: null };
let opened: string | null = null;

/** The queue that was looked at last, so that a request leads back to it. */
export const lastQueue = (): QueueSearch => search;

export const rememberQueue = (shown: QueueSearch): void => {
  search = shown;
};

/** The list that a request was opened from: it stays as it was when that request has left the view. */
export const lastListed = (): Listed => listed;

export const rememberListed = (shown: Listed): void => {
  listed = shown;
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
