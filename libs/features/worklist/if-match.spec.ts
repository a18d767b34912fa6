import { describe, expect, it } from '@jest/globals';
import { expectedOf } from './if-match.js';
import type { EventType } from '#domain/request/events';
import type { EntryRow } from '#persistence/ledger-rows';

/** A ledger whose entries from the second on are these. */
const ledger = (...types: readonly EventType[]) => {
  const entries = (['requestReceived', ...types] as const).map((type, index) => ({ seq: index + 1, type }) as EntryRow);
  return { entries, version: entries.length };
};

describe('the version that a command is checked against', () => {
  it('is the newest when since the giver looked people have only read', () => {
    expect(expectedOf(1, ledger('documentRead', 'contactRevealed', 'documentRead'))).toBe(4);
  });

  it.each<EventType>(['noteAdded', 'rightDecided', 'letterFailed'])(
    'stays the one that was seen after %s, whatever was read besides',
    (type) => {
      expect(expectedOf(1, ledger('documentRead', type))).toBe(1);
      expect(expectedOf(1, ledger(type, 'documentRead'))).toBe(1);
    },
  );

  it('stays one that nobody can have seen yet', () => {
    expect(expectedOf(9, ledger('documentRead'))).toBe(9);
  });
});
