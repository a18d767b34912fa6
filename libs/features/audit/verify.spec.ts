import { randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { GENESIS } from '#persistence/chain';
import { Keyring } from '#persistence/keyring';
import { chainEntries, eventOf, readEntries } from '#persistence/ledger-rows';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { checkpointFile, exportCheckpoints } from './checkpoint-file.js';
import { makeCheckpoint } from './checkpoint.js';
import { lineOf, parseLine, signCheckpoint } from './signed-checkpoint.js';
import { verifyLedger } from './verify.js';

const OFFICER = { kind: 'staff', id: '01900000-0000-7000-8000-00000000000a', role: 'officer' } as const;

let desk: TestDesk;
let folder: string;
let file: string;
/** The request that the tampering strikes, its neighbours left alone. */
let struck: { readonly id: string; readonly reference: string; readonly length: number };

const verify = () => verifyLedger(desk.database, desk.keyring.verifyingKey, file);

const found = async (): Promise<string> => {
  const { firstBad } = await verify();
  return firstBad === null ? 'nothing' : `${firstBad.reference} seq ${firstBad.seq}: ${firstBad.why}`;
};

const sign = async (): Promise<void> => {
  await makeCheckpoint(desk.database, desk.keyring.signingKey);
  await exportCheckpoints(desk.database, file);
};

const note = (requestId: string) =>
  desk.ledger.apply(requestId, { type: 'addNote' }, OFFICER, { content: { words: 'Yksityinen' } });

/** As somebody who rules the database: triggers and foreign keys do not hold. */
const tamper = (...statements: readonly (readonly [sql: string, values?: readonly unknown[]])[]) =>
  desk.database.transaction(async (session) => {
    await session.query('set local session_replication_role = replica');
    for (const [sql, values] of statements) await session.query(sql, values);
  });

/** What tampering can reach, kept aside and put back after each test. */
const TABLES = ['subject_request', 'ledger_entry', 'checkpoint'];

const keepAside = () => tamper(...TABLES.map((table) => [`create table kept_${table} as table ${table}`] as const));

/** What follows from other columns by itself is not put back. */
const columnsOf = async (table: string): Promise<string> => {
  const rows = await desk.database.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::text::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return rows.map(({ name }) => `"${name}"`).join(', ');
};

const putBack = async () => {
  for (const table of TABLES) {
    const columns = await columnsOf(table);
    await tamper(
      [`delete from ${table}`],
      [`insert into ${table} (${columns}) overriding system value select ${columns} from kept_${table}`],
    );
  }
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artikla-audit-'));
  file = checkpointFile(folder);
  desk = await openDesk();
  await fileRequest(desk, ['access']);
  const { requestId, state } = await fileRequest(desk, ['access', 'direct_marketing']);
  await sign();
  await note(requestId);
  const last = await note(requestId);
  await fileRequest(desk, ['erasure']);
  await sign();
  struck = { id: requestId, reference: state.reference, length: 'version' in last ? last.version : 0 };
  await keepAside();
});

beforeEach(async () => {
  await putBack();
  await rm(file, { force: true });
  await exportCheckpoints(desk.database, file);
});

afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});

describe('a ledger that nobody touched', () => {
  it('passes, with everything counted', async () => {
    const [row] = await desk.database.query<{ entries: number }>('select count(*)::int as entries from ledger_entry');
    expect(await verify()).toEqual({ entries: row?.entries, chains: 3, checkpoints: 2, outside: 2, firstBad: null });
  });

  it('passes when it has grown since the last checkpoint', async () => {
    await note(struck.id);
    expect(await found()).toBe('nothing');
  });

  it('passes after a person was forgotten: their key is destroyed and the proof stays', async () => {
    await desk.database.query('delete from request_key where request_id = $1', [struck.id]);
    expect(await found()).toBe('nothing');
  });

  it('passes without the file, and says that nothing was compared outside', async () => {
    await rm(file);
    expect(await verify()).toMatchObject({ checkpoints: 2, outside: 0, firstBad: null });
  });

  it('passes when a power cut left half a line in the file, and goes on after it', async () => {
    await appendFile(file, '{"at":"2026');
    await note(struck.id);
    await sign();
    expect(await verify()).toMatchObject({ checkpoints: 3, outside: 3, firstBad: null });
  });
});

describe('an entry', () => {
  it.each([
    ['data', `data = '{"reference":"X"}'`],
    ['actor', `actor = 'person'`],
    ['instant', `at = at - interval '1 microsecond'`],
    ['civil date', 'on_date = on_date - 1'],
    ['type', `type = 'noteAdded'`],
  ])('whose %s was edited is named', async (_what, change) => {
    await tamper([`update ledger_entry set ${change} where request_id = $1 and seq = 2`, [struck.id]]);
    expect(await found()).toBe(`${struck.reference} seq 2: it is not what was recorded`);
  });

  it('whose sealed content was edited is named', async () => {
    await tamper([
      `update ledger_entry set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where request_id = $1 and seq = $2`,
      [struck.id, struck.length],
    ]);
    expect(await found()).toBe(`${struck.reference} seq ${struck.length}: it is not what was recorded`);
  });

  it('whose sealed content was taken away is named', async () => {
    await tamper([
      'update ledger_entry set sealed = null where request_id = $1 and seq = $2',
      [struck.id, struck.length],
    ]);
    expect(await found()).toBe(`${struck.reference} seq ${struck.length}: it is not what was recorded`);
  });

  it('that was edited and hashed anew gives itself away at the next one', async () => {
    const entries = await readEntries(desk.database, struck.id);
    const [forged] = chainEntries(struck.id, entries[0], [
      { event: { ...eventOf(entries[1] as never), actor: 'person' }, sealed: null },
    ]);
    await tamper([
      'update ledger_entry set actor = $3, hash = $4 where request_id = $1 and seq = $2',
      [struck.id, 2, forged?.actor, forged?.hash],
    ]);
    expect(await found()).toBe(`${struck.reference} seq 3: it does not follow the entry before it`);
  });

  it('that was deleted is named', async () => {
    await tamper(['delete from ledger_entry where request_id = $1 and seq = 2', [struck.id]]);
    expect(await found()).toBe(`${struck.reference} seq 2: it is missing`);
  });

  it('that changed places with another is named', async () => {
    const swap = (from: number, to: number) =>
      ['update ledger_entry set seq = $3 where request_id = $1 and seq = $2', [struck.id, from, to]] as const;
    await tamper(swap(2, -1), swap(3, 2), swap(-1, 3));
    expect(await found()).toBe(`${struck.reference} seq 2: it does not follow the entry before it`);
  });
});

const cutTail = () =>
  ['delete from ledger_entry where request_id = $1 and seq = $2', [struck.id, struck.length]] as const;
const cutVersion = () => ['update subject_request set version = version - 1 where id = $1', [struck.id]] as const;

describe('the end of a chain', () => {
  it('that was cut off is missed by its request', async () => {
    await tamper(cutTail());
    expect(await found()).toBe(
      `${struck.reference} seq ${struck.length}: it is missing; the request stands at ${struck.length}`,
    );
  });

  it('that was cut off together with the count of its request is missed by the checkpoint', async () => {
    await tamper(cutTail(), cutVersion());
    expect(await found()).toMatch(
      /^checkpoint seq \d+: \d+ of the entries after position \d+ were signed and \d+ are there$/,
    );
  });

  it('that was cut off together with the checkpoints that knew it is missed by the file', async () => {
    await tamper(cutTail(), cutVersion(), [
      'delete from checkpoint where position > (select min(position) from checkpoint)',
    ]);
    expect(await found()).toMatch(/^checkpoint seq \d+: it stands in .*checkpoints\.jsonl and not in the database$/);
  });

  it('that was added past the ledger is not known to its request', async () => {
    const entries = await readEntries(desk.database, struck.id);
    const [added] = chainEntries(struck.id, entries.at(-1), [
      { event: eventOf(entries.at(-1) as never), sealed: null },
    ]);
    await tamper([
      `insert into ledger_entry (request_id, seq, type, at, on_date, actor, data, sealed, prev_hash, hash)
       values ($1, $2, $3, $4, $5, $6, $7, null, $8, $9)`,
      [
        struck.id,
        added?.seq,
        added?.type,
        added?.at,
        added?.on_date,
        added?.actor,
        added?.data,
        added?.prev_hash,
        added?.hash,
      ],
    ]);
    expect(await found()).toBe(
      `${struck.reference} seq ${struck.length + 1}: the request does not know it and stands at ${struck.length}`,
    );
  });
});

describe('a whole chain', () => {
  it('that was written anew with right hashes is found by the checkpoint', async () => {
    const entries = await readEntries(desk.database, struck.id);
    const forged = chainEntries(
      struck.id,
      undefined,
      entries.map((entry) => ({ event: { ...eventOf(entry), actor: 'person' }, sealed: entry.sealed })),
    );
    await tamper(
      ...forged.map(
        ({ seq, actor, prev_hash, hash }) =>
          [
            'update ledger_entry set actor = $3, prev_hash = $4, hash = $5 where request_id = $1 and seq = $2',
            [struck.id, seq, actor, prev_hash, hash],
          ] as const,
      ),
    );
    expect(forged[0]?.prev_hash).toEqual(GENESIS);
    expect(await found()).toMatch(
      /^checkpoint seq \d+: one of the entries after position 0 is not the one that was signed$/,
    );
  });

  it('that was deleted is missed by its request', async () => {
    await tamper(['delete from ledger_entry where request_id = $1', [struck.id]]);
    expect(await found()).toBe(`${struck.reference} seq 1: it is missing, and all that followed`);
  });

  it('that was deleted with its request is missed by the checkpoint', async () => {
    await tamper(
      ['delete from ledger_entry where request_id = $1', [struck.id]],
      ['delete from subject_request where id = $1', [struck.id]],
    );
    expect(await found()).toMatch(
      /^checkpoint seq \d+: \d+ of the entries after position 0 were signed and \d+ are there$/,
    );
  });

  it('whose request was deleted is named by its own first entry', async () => {
    await tamper(['delete from subject_request where id = $1', [struck.id]]);
    expect(await found()).toBe(`${struck.reference} seq ${struck.length}: its request is gone`);
  });
});

describe('a checkpoint', () => {
  it('that was not signed with the key of the desk is named', async () => {
    await note(struck.id);
    await tamper([
      `insert into checkpoint (position, at, entries, digest, signature)
       select max(position), now(), count(*), $1, $2 from ledger_entry`,
      [GENESIS, Buffer.alloc(64)],
    ]);
    expect(await found()).toMatch(/^checkpoint seq \d+: it was not signed with the key of this desk$/);
  });

  it('that was edited is named', async () => {
    await tamper([`update checkpoint set at = at + interval '1 day'`]);
    expect(await found()).toMatch(/^checkpoint seq \d+: it was not signed with the key of this desk$/);
  });

  it('that stands in the file with another key is named', async () => {
    const stranger = new Keyring(randomBytes(32));
    const lines = (await readFile(file, 'utf8')).split('\n').map(parseLine);
    const forged = signCheckpoint(lines[0] as never, stranger.signingKey);
    await writeFile(file, lineOf(forged));
    expect(await found()).toMatch(/^checkpoint seq \d+: in .* it was not signed with the key of this desk$/);
  });
});
