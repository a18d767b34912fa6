import { describe, expect, it } from '@jest/globals';
import type { TimelineEntry } from '#contracts/request-page';
import { entriesSince } from './entries-since.js';

const entry = (seq: number, type: string, actor: string): TimelineEntry => ({
  seq,
  type,
  actor,
  at: '2026-11-23T10:00:00Z',
  on: '2026-11-23',
  data: {},
  counted: null,
  note: null,
});

const sinceFour = (...entries: TimelineEntry[]) => entriesSince(entries, 4, 'me').map(({ seq }) => seq);

describe('what changed since a version', () => {
  it('is what others did after it, the newest first', () => {
    expect(
      sinceFour(
        entry(4, 'noteAdded', 'staff:other'),
        entry(5, 'identityRequested', 'staff:other'),
        entry(6, 'requestWithdrawn', 'person'),
      ),
    ).toEqual([6, 5]);
  });

  it('is not what the reader did, and not that somebody looked', () => {
    expect(sinceFour(entry(5, 'noteAdded', 'staff:me'), entry(6, 'documentRead', 'staff:other'))).toEqual([]);
  });

  it('is what the desk did only where no person did anything', () => {
    expect(sinceFour(entry(5, 'findingRaised', 'desk'))).toEqual([5]);
    expect(sinceFour(entry(5, 'rightAdvanced', 'desk'), entry(6, 'noteAdded', 'staff:other'))).toEqual([6]);
  });
});
