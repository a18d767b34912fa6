import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { checkpointFile, exportCheckpoints } from './checkpoint-file.js';
import { checkpointDue, makeCheckpoint } from './checkpoint.js';
import { CheckpointService } from './checkpoint.service.js';
import { latestCheckpoint } from './signed-checkpoint.js';
import { verifyLedger } from './verify.js';

let desk: TestDesk;
let folder: string;
let file: string;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'artikla-checkpoint-'));
  file = checkpointFile(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const make = () => makeCheckpoint(desk.database, desk.keyring.signingKey);
const lines = async () => (await readFile(file, 'utf8')).trimEnd().split('\n');

describe('a checkpoint', () => {
  it('is due for the first entries, then after 15 minutes, and never without new ones', async () => {
    expect(await checkpointDue(desk.database)).toBe(false);
    await fileRequest(desk, ['access']);
    expect(await checkpointDue(desk.database)).toBe(true);
    await make();
    await fileRequest(desk, ['access']);
    expect(await checkpointDue(desk.database)).toBe(false);
    await desk.time.advance(Temporal.Duration.from({ minutes: 15 }));
    expect(await checkpointDue(desk.database)).toBe(true);
    await make();
    await desk.time.advance(Temporal.Duration.from({ days: 1 }));
    expect(await checkpointDue(desk.database)).toBe(false);
    expect(await make()).toBeNull();
  });

  it('is due after 1000 entries, however young the last one is', async () => {
    const { requestId } = await fileRequest(desk, ['access']);
    await make();
    const fill = async (entries: number) => {
      await desk.database.query(
        `insert into ledger_entry (request_id, seq, type, at, on_date, actor, data, prev_hash, hash)
         select $1, -row, 'noteAdded', now(), current_date, 'desk', '{}', '', '' from generate_series($2::int, $3::int) as row`,
        [requestId, entries, entries + 499],
      );
    };
    await fill(1);
    expect(await checkpointDue(desk.database)).toBe(false);
    await fill(501);
    expect(await checkpointDue(desk.database)).toBe(true);
    await desk.database.transaction(async (session) => {
      await session.query('set local session_replication_role = replica');
      await session.query('delete from ledger_entry where seq < 0');
    });
  });

  it('waits for a writer under way, so that no lower position appears after it', async () => {
    const { requestId } = await fileRequest(desk, ['access']);
    const slow = new Client({ connectionString: desk.url });
    await slow.connect();
    await slow.query('begin');
    const { rows } = await slow.query<{ position: string }>(
      `insert into ledger_entry (request_id, seq, type, at, on_date, actor, data, prev_hash, hash)
       values ($1, 99, 'noteAdded', now(), current_date, 'desk', '{}', '', '') returning position`,
      [requestId],
    );
    // A later position that is committed first.
    await fileRequest(desk, ['access']);
    let made = false;
    const making = make().then((checkpoint) => {
      made = true;
      return checkpoint;
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(made).toBe(false);
    await slow.query('rollback');
    await slow.end();
    const checkpoint = await making;
    expect(checkpoint?.position).toBeGreaterThan(Number(rows[0]?.position));
  });

  it('gives up after two seconds rather than holding the desk back', async () => {
    await fileRequest(desk, ['access']);
    const slow = new Client({ connectionString: desk.url });
    await slow.connect();
    await slow.query('begin; lock table ledger_entry in row exclusive mode');
    await expect(make()).rejects.toThrow('lock timeout');
    await slow.end();
  });

  it('is made once when several workers want it', async () => {
    await fileRequest(desk, ['access']);
    const made = await Promise.all([make(), make(), make(), make()]);
    expect(made.filter((checkpoint) => checkpoint !== null)).toHaveLength(1);
  });
});

describe('the file outside the database', () => {
  it('gets one line per checkpoint, also those that were made while it could not be written', async () => {
    await fileRequest(desk, ['access']);
    await make();
    await exportCheckpoints(desk.database, file);
    const before = await lines();
    await exportCheckpoints(desk.database, file);
    expect(await lines()).toEqual(before);
    for (let made = 0; made < 2; made += 1) {
      await fileRequest(desk, ['access']);
      await make();
    }
    await exportCheckpoints(desk.database, file);
    expect(await lines()).toHaveLength(before.length + 2);
    const [row] = await desk.database.query<{ count: number }>('select count(*)::int as count from checkpoint');
    expect(await lines()).toHaveLength(row?.count ?? 0);
  });
});

describe('the worker', () => {
  it('signs what is due when it starts, and finishes before it stops', async () => {
    await desk.time.advance(Temporal.Duration.from({ hours: 1 }));
    await fileRequest(desk, ['erasure']);
    const before = await latestCheckpoint(desk.database);
    const service = new CheckpointService(desk.database, desk.keyring, file);
    service.onApplicationBootstrap();
    await service.beforeApplicationShutdown();
    const after = await latestCheckpoint(desk.database);
    expect(after?.position).toBeGreaterThan(before?.position ?? 0);
    expect((await lines()).at(-1)).toContain(after?.digest);
    expect((await verifyLedger(desk.database, desk.keyring.verifyingKey, file)).firstBad).toBeNull();
  });
});
