import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { operationsPage, type OperationsPage } from '#contracts/operations';
import { noteJump } from '#persistence/clock-watermark-rows';
import { fileRequest } from '#test/support/desk';
import { openStaffDesk, refusalOf, type StaffDesk } from '#test/support/staff';

const ADDRESS = '/api/v1/operations';

let staff: StaffDesk;
let requestId: string;
beforeAll(async () => {
  staff = await openStaffDesk();
  ({ requestId } = await fileRequest(staff.desk, ['access']));
});
afterAll(() => staff.close());
beforeEach(() => query('delete from effect'));

const query = (sql: string, values: readonly unknown[] = []) => staff.desk.database.query(sql, values);

const read = async (): Promise<OperationsPage> =>
  operationsPage.parse((await staff.administrator.get(ADDRESS)).body as unknown);

/** So many effects that were given up for a reason, `name/1` and on. */
const giveUp = (name: string, kind: string, reason: string | null, count = 1) =>
  query(
    `insert into effect (id, request_id, kind, queue, data, due_at, state, attempts, last_error)
     select $1 || '/' || n, $2, $3, 'mail', '{}', artikla.now() - make_interval(mins => n), 'dead', 7, $4
     from generate_series(1, $5) as n`,
    [name, requestId, kind, reason, count],
  );

const pending = async (): Promise<unknown[]> =>
  (await query(`select id, attempts, retry_at from effect where state = 'pending' order by id`)).slice();

describe('the board of the engine', () => {
  it('counts the work of every queue', async () => {
    await giveUp('letter', 'send-letter', 'mail-not-sent', 3);
    const { queues } = await read();
    expect(queues.map(({ queue, dead }) => [queue, dead])).toEqual([
      ['verification', 0],
      ['fulfilment', 0],
      ['response', 0],
      ['mail', 3],
    ]);
  });

  it('lists what was given up by kind and reason, most first, each with its request and its attempts', async () => {
    await giveUp('task', 'run-task', 'too-many-rows');
    await giveUp('letter', 'send-letter', 'mail-not-sent', 2);
    const [{ reference }] = (await query('select reference from subject_request')) as [{ reference: string }];
    const { dead } = await read();
    expect(dead.map(({ kind, reason, total }) => [kind, reason, total])).toEqual([
      ['send-letter', 'mail-not-sent', 2],
      ['run-task', 'too-many-rows', 1],
    ]);
    expect(dead[0]?.effects.map(({ id }) => id)).toEqual(['letter/2', 'letter/1']);
    expect(dead[0]?.effects[0]).toMatchObject({ reference, queue: 'mail', attempts: 7 });
  });

  it('counts also what it does not list, and names a fault of ours where no reason is known', async () => {
    await giveUp('heap', 'alert', null, 25);
    const [{ total, reason, effects }] = (await read()).dead as [OperationsPage['dead'][number]];
    expect({ total, reason, listed: effects.length }).toEqual({ total: 25, reason: 'unexpected', listed: 20 });
  });

  it('tells which workers are there and which has fallen silent', async () => {
    await query(`insert into artikla.worker_seen (name, started_at, seen_at)
      select 'worker-' || n, clock_timestamp() - interval '1 hour', clock_timestamp() - make_interval(secs => n * 40)
      from generate_series(1, 2) as n`);
    expect((await read()).workers.map(({ name, silent }) => [name, silent])).toEqual([
      ['worker-1', false],
      ['worker-2', true],
    ]);
  });
});

describe('work that was given up', () => {
  const revive = (kind: string, reason: string, effect: string | null) =>
    staff.officer.post(`${ADDRESS}/retry`, { kind, reason, effect });

  it('starts again at once, one of it', async () => {
    await giveUp('letter', 'send-letter', 'mail-not-sent', 2);
    expect((await revive('send-letter', 'mail-not-sent', 'letter/2')).status).toBe(200);
    expect(await pending()).toEqual([{ id: 'letter/2', attempts: 0, retry_at: null }]);
  });

  it('starts again, all of one kind and reason and nothing else', async () => {
    await giveUp('letter', 'send-letter', 'mail-not-sent', 25);
    await giveUp('other', 'send-letter', 'no-mail-address');
    const answer = await revive('send-letter', 'mail-not-sent', null);
    expect(operationsPage.parse(answer.body as unknown).dead.map(({ reason }) => reason)).toEqual(['no-mail-address']);
    expect(await pending()).toHaveLength(25);
  });

  it('is not taken from somebody who works at it', async () => {
    await giveUp('letter', 'send-letter', 'mail-not-sent');
    await query(`update effect set state = 'pending', lease_owner = 'worker', attempts = 8`);
    await revive('send-letter', 'mail-not-sent', 'letter/1');
    expect(await pending()).toEqual([{ id: 'letter/1', attempts: 8, retry_at: null }]);
  });
});

describe('a clock that jumped', () => {
  it('is shown, and believed again when an administrator says so and nobody else', async () => {
    const now = Date.now();
    await noteJump(staff.desk.database, { direction: 'ahead', expected: now, seen: now + 7_200_000 });
    expect((await read()).clockJump).toMatchObject({
      direction: 'ahead',
      expected: new Date(now).toISOString().replace('Z', '000Z'),
    });
    expect(refusalOf(await staff.officer.post(`${ADDRESS}/clock`))).toEqual({ status: 403, code: 'not-your-role' });
    const answer = await staff.administrator.post(`${ADDRESS}/clock`);
    expect(answer.body).toMatchObject({ clockJump: null });
    expect(await query('select ended_by is not null as told from artikla.clock_jump')).toEqual([{ told: true }]);
    expect((await staff.administrator.post(`${ADDRESS}/clock`)).status).toBe(200);
  });
});
