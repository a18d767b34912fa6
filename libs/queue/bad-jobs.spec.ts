import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { pileAlerts, startEngine, type TestEngine } from '#test/support/engine';
import { startRedis, type TestRedis } from '#test/support/redis';
import { eventually } from '#test/support/whole-desk';
import type { QueueName } from '#domain/request/effects';

const UNTOUCHED = { state: 'pending', attempts: 0, lease_owner: null };

describe.each(['redis', 'postgres'] as const)('a job that somebody else put into a queue on %s', (backend) => {
  let redis: TestRedis | null = null;
  let desk: TestDesk;
  let engine: TestEngine;
  let requestId: string;
  const done: string[] = [];

  beforeAll(async () => {
    redis = backend === 'redis' ? await startRedis() : null;
    desk = await openDesk();
    ({ requestId } = await fileRequest(desk, ['access']));
    await desk.database.query('delete from effect');
    engine = await startEngine(desk, {
      redisUrl: redis?.url ?? null,
      prefix: 'bad',
      handlers: {
        alert: ({ id }) => {
          done.push(id);
          return Promise.resolve(null);
        },
      },
    });
  });
  afterAll(async () => {
    await engine.close();
    await desk.close();
    await redis?.stop();
  });

  const put = (queue: QueueName, data: unknown, name = 'alert') => engine.queues.get(queue)?.add(name, data);

  const ignored = (queue: QueueName, reason: string) => engine.counted('artikla_jobs_ignored_total', { queue, reason });

  const expectIgnored = (queue: QueueName, reason: string, count: number) =>
    eventually(`${count} ${reason} jobs to be counted`, async () =>
      (await ignored(queue, reason)) === count ? true : undefined,
    );

  const rowOf = async (id: string) => {
    const [row] = await desk.database.query('select state, attempts, lease_owner from effect where id = $1', [id]);
    return row;
  };

  const states = async (name: string): Promise<string[]> => {
    const rows = await desk.database.query<{ state: string }>('select distinct state from effect where id like $1', [
      `${name}/%`,
    ]);
    return rows.map(({ state }) => state);
  };

  /** An effect that is due in an hour: nothing but its own time may start it. */
  const plantEarly = async (id: string): Promise<void> => {
    await desk.database.query(
      `insert into effect (id, request_id, kind, queue, data, due_at)
       values ($1, $2, 'alert', 'mail', '{"about": "disowned"}', artikla.now() + interval '1 hour')`,
      [id, requestId],
    );
  };

  it('does nothing and is counted when it holds no id', async () => {
    const malformed = [
      null,
      7,
      'alert',
      [],
      {},
      { effectId: '' },
      { effectId: 'a\nb' },
      { effectId: 7 },
      { effectId: null },
      { effectId: { $ne: '' } },
      { effectId: ['a', 'b'] },
      { effectId: 'x'.repeat(100_000) },
      JSON.parse('{"__proto__": {"effectId": "planted"}}') as unknown,
    ];
    for (const data of malformed) await put('response', data);
    await expectIgnored('response', 'malformed', malformed.length);
  });

  it('does nothing and is counted when there is no such effect', async () => {
    const unknown = ['nobody/1/alert', `'; drop table effect; --`, `${requestId}/1/alert`, '../../etc/passwd', '%'];
    for (const effectId of unknown) await put('verification', { effectId });
    await expectIgnored('verification', 'unknown', unknown.length);
  });

  it('does nothing and is counted when the effect belongs to another queue', async () => {
    await plantEarly('foreign');
    await put('fulfilment', { effectId: 'foreign' });
    await expectIgnored('fulfilment', 'foreign', 1);
    expect(await rowOf('foreign')).toEqual(UNTOUCHED);
  });

  it('cannot make an effect begin before its time, whatever else it says', async () => {
    await plantEarly('early');
    const orders = { kind: 'send-letter', command: { type: 'dismiss' }, dueAt: '1970-01-01T00:00:00Z', lease: 'mine' };
    await put('mail', { effectId: 'early', ...orders }, 'send-letter');
    await expectIgnored('mail', 'early', 1);
    expect(await rowOf('early')).toEqual(UNTOUCHED);
  });

  it('cannot make an effect happen twice', async () => {
    await pileAlerts(desk, requestId, 'once', 1);
    await eventually('the effect to be over', () => (done.includes('once/1') ? true : undefined));
    for (let copy = 0; copy < 20; copy += 1) await put('mail', { effectId: 'once/1' });
    await expectIgnored('mail', 'over', 20);
    expect(done.filter((id) => id === 'once/1')).toHaveLength(1);
  });

  it('stops nobody else’s work', async () => {
    await pileAlerts(desk, requestId, 'good', 10);
    await eventually('the others to be done', () =>
      done.filter((id) => id.startsWith('good/')).length === 10 ? true : undefined,
    );
    const { entries } = await desk.ledger.read(requestId);
    expect(entries.every(({ type }) => type === 'requestReceived')).toBe(true);
  });

  // PostgreSQL takes only JSON that can be read.
  if (backend === 'redis')
    it('may not even be readable', async () => {
      const client = new Redis(redis?.url ?? '');
      const before = await ignored('mail', 'malformed');
      for (let number = 0; number < 5; number += 1) {
        const id = `9${number}`;
        await client.hset(`{bad}:mail:${id}`, { name: 'alert', data: '{"effectId": ', opts: '{}', timestamp: '0' });
        await client.lpush('{bad}:mail:wait', id);
      }
      await client.lpush('{bad}:mail:wait', 'no-such-job');
      client.disconnect();
      await put('mail', { effectId: `${requestId}\u0000` });
      await expectIgnored('mail', 'malformed', before + 2);
      await pileAlerts(desk, requestId, 'after', 10);
      await eventually('the work to go on', () =>
        done.filter((id) => id.startsWith('after/')).length === 10 ? true : undefined,
      );
      expect(await states('after')).toEqual(['cancelled']);
    });
});
