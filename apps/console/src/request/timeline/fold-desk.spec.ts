import { describe, expect, it } from '@jest/globals';
import type { TimelineEntry } from '#contracts/request-page';
import { foldDesk } from './fold-desk.js';

const entry = (seq: number, actor: string, note: string | null = null): TimelineEntry => ({
  seq,
  actor,
  note,
  type: 'letterSent',
  at: '2026-11-22T10:00:00Z',
  on: '2026-11-22',
  data: {},
  counted: null,
});

const sizes = (entries: TimelineEntry[]): number[] => foldDesk(entries).map(({ length }) => length);

describe('the timeline', () => {
  it('folds three and more of the desk’s own entries in a row', () => {
    expect(
      sizes([entry(5, 'person'), entry(4, 'desk'), entry(3, 'desk'), entry(2, 'desk'), entry(1, 'person')]),
    ).toEqual([1, 3, 1]);
  });

  it('leaves two in sight', () => {
    expect(sizes([entry(2, 'desk'), entry(1, 'desk')])).toEqual([1, 1]);
  });

  it('never folds what a person did, nor words that somebody wrote', () => {
    expect(sizes([entry(4, 'staff:1'), entry(3, 'staff:1'), entry(2, 'staff:1')])).toEqual([1, 1, 1]);
    expect(sizes([entry(3, 'desk'), entry(2, 'desk', 'words'), entry(1, 'desk')])).toEqual([1, 1, 1]);
  });

  it('keeps every entry and their order', () => {
    const entries = [entry(4, 'desk'), entry(3, 'desk'), entry(2, 'desk'), entry(1, 'person')];
    expect(foldDesk(entries).flat()).toEqual(entries);
  });
});
