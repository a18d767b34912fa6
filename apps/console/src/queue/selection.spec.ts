import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  chosenReferences,
  chooseOnly,
  chooseUpTo,
  clearSelection,
  setListed,
  toggleChosen,
  toggleListed,
} from './selection.js';

const rows = (...references: readonly string[]) => references.map((reference) => ({ reference, version: 1 }));

beforeEach(() => {
  clearSelection();
  setListed(rows('A', 'B', 'C', 'D', 'E'));
});

describe('choosing rows', () => {
  it('takes one in and out again', () => {
    toggleChosen('B');
    toggleChosen('D');
    toggleChosen('B');
    expect(chosenReferences()).toEqual(['D']);
  });

  it('takes a range from the last one, upwards too', () => {
    toggleChosen('D');
    chooseUpTo('B');
    expect(chosenReferences().toSorted()).toEqual(['B', 'C', 'D']);
  });

  it('takes all that are shown, and then leaves them, keeping what is shown no more', () => {
    toggleChosen('A');
    setListed(rows('B', 'C'));
    toggleListed();
    expect(chosenReferences()).toEqual(['A', 'B', 'C']);
    toggleListed();
    expect(chosenReferences()).toEqual(['A']);
  });

  it('never takes a row that is not shown, nor more than can be done at once', () => {
    toggleChosen('Z');
    expect(chosenReferences()).toEqual([]);
    chooseOnly(rows(...Array.from({ length: 600 }, (_, index) => String(index))));
    expect(chosenReferences()).toHaveLength(500);
  });
});
