import { useSyncExternalStore } from 'react';
import { MOST_CHOSEN } from '#contracts/bulk-limits';
import type { Chosen } from '#contracts/queue-bulk';

/** The requests that are chosen, by reference, each with the version that was on screen. */
export type Selection = ReadonlyMap<string, Chosen>;

let selection: Selection = new Map();
let listed: readonly Chosen[] = [];
/** From here a range is chosen with Shift. */
let anchor: string | null = null;
const listeners = new Set<() => void>();

const set = (next: Selection): void => {
  selection = next;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSelection = (): Selection => useSyncExternalStore(subscribe, () => selection);

/** The rows on screen, in their order: what a range and "all that are shown" are made of. */
export const setListed = (rows: readonly Chosen[]): void => {
  listed = rows.map(({ reference, version }) => ({ reference, version }));
};

export const chosenReferences = (): readonly string[] => [...selection.keys()];

/** Chooses these and no others, as many as can be chosen at once. */
export const chooseOnly = (chosen: readonly Chosen[]): void =>
  set(new Map(chosen.slice(0, MOST_CHOSEN).map((one) => [one.reference, one])));

export const clearSelection = (): void => {
  anchor = null;
  if (selection.size > 0) set(new Map());
};

const withAll = (chosen: readonly Chosen[]): void =>
  chooseOnly([...new Map([...selection, ...chosen.map((one) => [one.reference, one] as const)]).values()]);

/** Chooses a row that is not chosen, and the other way round. */
export const toggleChosen = (reference: string): void => {
  anchor = reference;
  const row = listed.find((one) => one.reference === reference);
  if (selection.has(reference)) {
    set(new Map([...selection].filter(([one]) => one !== reference)));
  } else if (row !== undefined) {
    withAll([row]);
  }
};

/** Chooses every row from the last one that was chosen or left out to this one. */
export const chooseUpTo = (reference: string): void => {
  const ends = [anchor ?? reference, reference].map((end) => listed.findIndex((one) => one.reference === end));
  const [from = 0, to = 0] = ends.toSorted((one, other) => one - other);
  withAll(listed.slice(Math.max(from, 0), to + 1));
};

/** All rows on screen, or none of them where all are chosen already. */
export const toggleListed = (): void => {
  if (listed.every(({ reference }) => selection.has(reference))) {
    const shown = new Set(listed.map(({ reference }) => reference));
    set(new Map([...selection].filter(([reference]) => !shown.has(reference))));
  } else {
    withAll(listed);
  }
};
