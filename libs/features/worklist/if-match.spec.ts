import { describe, expect, it } from '@jest/globals';
import { expectedOf } from './if-match.js';
import type { EventType } from '#domain/request/events';
import type { EntryRow } from '#persistence/ledger-rows';

const OFFICER = 'staff:01900000-0000-7000-8000-00000000000a';

/** A ledger whose entries from the second on are these, made by this actor. */
const ledgerBy = (actor: string, ...types: readonly EventType[]) => {
  const entries = (['requestReceived', ...types] as const).map(
    (type, index) => ({ seq: index + 1, type, actor }) as EntryRow,
  );
  return { entries, version: entries.length };
};
const ledger = (...types: readonly EventType[]) => ledgerBy(OFFICER, ...types);

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

  it('is the newest when since the giver looked the desk has only gone on', () => {
    expect(expectedOf(1, ledgerBy('desk', 'taskRecorded', 'rightAdvanced', 'letterSent'))).toBe(4);
  });

  it('stays the one that was seen when another person did the same, or the desk found out something new', () => {
    expect(expectedOf(1, ledger('taskRecorded'))).toBe(1);
    expect(expectedOf(1, ledgerBy('desk', 'personLocated'))).toBe(1);
    expect(expectedOf(1, ledgerBy('desk', 'letterFailed'))).toBe(1);
  });

  it('stays one that nobody can have seen yet', () => {
    expect(expectedOf(9, ledger('documentRead'))).toBe(9);
  });
});
