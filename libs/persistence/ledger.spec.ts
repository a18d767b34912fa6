import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal } from '#domain/request/refusal';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { isConflict } from './ledger.js';
import type { Applied } from './ledger-writing.js';
import { openJson, loadSealer } from './request-keys.js';
import { entryContext, eventOf, type EntryRow } from './ledger-rows.js';
import { entryHash } from './chain.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const PERSON = { kind: 'person' } as const;
const OFFICER = { kind: 'staff', id: '01900000-0000-7000-8000-00000000000a', role: 'officer' } as const;

const applied = (outcome: object): Applied => {
  if (isRefusal(outcome) || isConflict(outcome)) throw new Error(JSON.stringify(outcome));
  return outcome as Applied;
};

const effectsOf = (requestId: string) =>
  desk.database.query<{ kind: string; state: string; data: string }>(
    'select kind, state, data from effect where request_id = $1 order by id',
    [requestId],
  );

describe('opening a request', () => {
  it('writes the chain, the projection and one row per effect at once', async () => {
    const opened = await fileRequest(desk, ['access', 'direct_marketing']);
    const { state, entries } = await desk.ledger.read(opened.requestId);
    expect(entries.map(({ type }) => type)).toEqual([
      'requestReceived',
      'rightAdvanced',
      'rightAdvanced',
      'tasksReleased',
    ]);
    expect(state.rights.map(({ right, stage }) => [right, stage])).toEqual([
      ['access', 'intake'],
      ['direct_marketing', 'fulfilment'],
    ]);
    const kinds = (await effectsOf(opened.requestId)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['send-letter', 'run-task', 'remind']));
    const [row] = await desk.database.query<{ version: number; stage: string; due_on: string }>(
      'select version, stage, due_on from subject_request where id = $1',
      [opened.requestId],
    );
    expect(row).toMatchObject({ version: entries.length, stage: 'intake' });
    expect(row?.due_on).toBe(opened.standing.deadlines.due?.toString());
  });
});

describe('two writers racing', () => {
  it('never both win when they saw the same version', async () => {
    const { requestId, version } = await fileRequest(desk, ['access']);
    const give = () =>
      desk.ledger.apply(requestId, { type: 'startVerification' }, OFFICER, { expectedVersion: version });
    const outcomes = await Promise.all(Array.from({ length: 8 }, give));
    expect(outcomes.filter((one) => !isRefusal(one) && !isConflict(one))).toHaveLength(1);
  });

  it('take turns: the second decides on what the first left', async () => {
    const { requestId } = await fileRequest(desk, ['access']);
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => desk.ledger.apply(requestId, { type: 'confirmContact' }, PERSON)),
    );
    expect(outcomes.filter(isRefusal).map(({ refused }) => refused)).toEqual(Array(7).fill('already-confirmed'));
    const { entries } = await desk.ledger.read(requestId);
    expect(entries.filter(({ type }) => type === 'contactConfirmed')).toHaveLength(1);
  });
});

describe('reminders', () => {
  it('are replaced in the transaction that stops the clock, and come back when it runs again', async () => {
    const { requestId } = await fileRequest(desk, ['access']);
    const pending = async () =>
      (await effectsOf(requestId))
        .filter(({ kind, state }) => kind === 'remind' && state === 'pending')
        .map(({ data }) => (JSON.parse(data) as { kind: string }).kind);
    const before = await pending();
    expect(before).toContain('before_due');
    applied(await desk.ledger.apply(requestId, { type: 'requestIdentity' }, OFFICER, { content: { words: 'Miksi' } }));
    expect(await pending()).toEqual(['paused_too_long']);
    applied(await desk.ledger.apply(requestId, { type: 'recordReply', sufficient: true }, OFFICER));
    expect((await pending()).toSorted()).toEqual(before.toSorted());
  });
});

describe('what is personal', () => {
  it('stands sealed beside the entry and opens only at its own place', async () => {
    const { requestId } = await fileRequest(desk, ['access']);
    const { version } = applied(
      await desk.ledger.apply(requestId, { type: 'addNote' }, OFFICER, { content: { words: 'Hyvin yksityinen' } }),
    );
    const sealer = await loadSealer(desk.database, desk.keyring, requestId);
    const { entries } = await desk.ledger.read(requestId);
    const sealed = entries[version - 1]?.sealed;
    if (!sealed || !sealer) throw new Error('nothing was sealed');
    expect(openJson(sealer, sealed, entryContext(requestId, version))).toEqual({ words: 'Hyvin yksityinen' });
    expect(() => openJson(sealer, sealed, entryContext(requestId, version + 1))).toThrow('does not open');
    expect(sealed.includes('yksityinen')).toBe(false);
  });
});

describe('the computation that the dates of a request rest on', () => {
  it('lies in the entry that brought its facts, under the hash of the chain', async () => {
    const { requestId } = await fileRequest(desk, ['access', 'direct_marketing']);
    applied(await desk.ledger.apply(requestId, { type: 'startVerification' }, OFFICER));
    applied(await desk.ledger.apply(requestId, { type: 'extendDeadline' }, OFFICER));
    const { state, entries } = await desk.ledger.read(requestId);
    const kept = entries.filter((entry) => eventOf(entry).computation !== undefined);
    expect(kept.map(({ type }) => type)).toEqual(['requestReceived', 'deadlineExtended']);
    expect(eventOf(kept[1] as EntryRow).computation).toEqual(state.computation);
    const [{ prev_hash, hash, on_date, ...first }] = kept as [EntryRow];
    const hashOf = (data: string) => entryHash(prev_hash, { ...first, requestId, on: on_date, data });
    expect(hashOf(first.data).equals(hash)).toBe(true);
    expect(hashOf(first.data.replace(String(state.computation?.dates.firstDue), '2099-01-01')).equals(hash)).toBe(
      false,
    );
  });
});

describe('the ledger table', () => {
  it.each(['update ledger_entry set actor = $$x$$', 'delete from ledger_entry', 'truncate ledger_entry'])(
    'refuses %s',
    async (sql) => {
      await expect(desk.database.query(sql)).rejects.toThrow('append-only');
    },
  );
});
