import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { claim, fail } from '#queue/effect-rows';
import { deskMetrics } from './desk-metrics.js';
import { workByQueue } from './work.js';

let desk: TestDesk;
let requestId: string;
beforeAll(async () => {
  desk = await openDesk();
  ({ requestId } = await fileRequest(desk, ['access']));
});
afterAll(() => desk.close());
beforeEach(() => desk.database.query('delete from effect'));

const pile = (name: string, count: number, lateSeconds: number, state = 'pending') =>
  desk.database.query(
    `insert into effect (id, request_id, kind, queue, data, due_at, state)
     select $1 || '/' || n, $2, 'alert', 'mail', '{"about": "disowned"}', artikla.now() - make_interval(secs => $3), $4
     from generate_series(1, $5) as n`,
    [name, requestId, lateSeconds, state, count],
  );

const mail = async () => (await workByQueue(desk.database)).find(({ queue }) => queue === 'mail');

describe('the work of a queue', () => {
  it('is told apart by what keeps it: due, late, being done, waiting for another attempt, given up', async () => {
    await pile('early', 7, -3600);
    await pile('due', 3, 1);
    await pile('late', 2, 120);
    await pile('dead', 4, 3600, 'dead');
    await pile('done', 9, 3600, 'done');
    await claim(desk.database, 'due/1', 'worker', 30);
    const failing = await claim(desk.database, 'due/2', 'worker', 30);
    if (failing === null) throw new Error('not claimed');
    await fail(desk.database, failing, 'unavailable', true);
    expect(await mail()).toMatchObject({ due: 3, late: 2, leased: 1, waiting: 1, dead: 4 });
    expect((await mail())?.oldest).toBeGreaterThanOrEqual(120);
  });

  it('is nothing in a queue without effects', async () => {
    expect(await mail()).toEqual({ queue: 'mail', due: 0, late: 0, leased: 0, waiting: 0, dead: 0, oldest: 0 });
  });
});

describe('the mails of the last day', () => {
  it('are counted by state, and none is older', async () => {
    const insert = (state: string, daysAgo: number) =>
      desk.database.query(
        `insert into message (id, request_id, effect_id, letter, language, message_id, content_sealed, state, created_at)
         values ($1::uuid, $2, $1::text, 'challenge', 'fi', $1::text, '', $3, artikla.now() - make_interval(days => $4))`,
        [crypto.randomUUID(), requestId, state, daysAgo],
      );
    await insert('accepted', 0);
    await insert('accepted', 0);
    await insert('unknown', 0);
    await insert('accepted', 2);
    const text = await deskMetrics(desk.database);
    expect(text).toMatch(/^artikla_mails\{state="accepted"\} 2$/m);
    expect(text).toMatch(/^artikla_mails\{state="unknown"\} 1$/m);
    expect(text).toMatch(/^artikla_mails\{state="bounced"\} 0$/m);
  });
});
