import { afterEach, describe, expect, it } from '@jest/globals';
import { Cluster } from 'ioredis';
import { fileRequest, openDesk } from '#test/support/desk';
import { pileAlerts, startEngine } from '#test/support/engine';
import { startRedisCluster, startRedisSentinel } from '#test/support/redis-servers';
import { eventually } from '#test/support/whole-desk';
import { connectRedis, evictionPolicies, parseRedisUrl, tryRedis } from './redis-url.js';

const problemOf = (url: string): string => {
  try {
    parseRedisUrl(url);
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
};

describe('REDIS_URL', () => {
  it.each([
    ['redis://queue.example.org', 'single', [{ host: 'queue.example.org', port: 6379 }], {}],
    ['redis://queue.example.org:7000/3', 'single', [{ host: 'queue.example.org', port: 7000 }], { db: 3 }],
    ['redis://[::1]:7000', 'single', [{ host: '::1', port: 7000 }], {}],
    [
      'rediss://desk:p%40ss:word@queue.example.org',
      'single',
      [{ host: 'queue.example.org', port: 6379 }],
      { username: 'desk', password: 'p@ss:word', tls: {} },
    ],
    [
      'redis+sentinel://:secret@a.example.org,b.example.org:26380/artikla/1?sentinelPassword=other',
      'sentinel',
      [
        { host: 'a.example.org', port: 26_379 },
        { host: 'b.example.org', port: 26_380 },
      ],
      { name: 'artikla', db: 1, password: 'secret', sentinelPassword: 'other' },
    ],
    [
      'rediss+sentinel://a.example.org/artikla',
      'sentinel',
      [{ host: 'a.example.org', port: 26_379 }],
      { name: 'artikla', tls: {}, enableTLSForSentinelMode: true, sentinelTLS: {} },
    ],
    [
      'redis+cluster://a.example.org:7001,b.example.org:7002',
      'cluster',
      [
        { host: 'a.example.org', port: 7001 },
        { host: 'b.example.org', port: 7002 },
      ],
      {},
    ],
  ])('%s is %s', (url, kind, nodes, options) => {
    expect(parseRedisUrl(url)).toEqual({ kind, nodes, options });
  });

  it.each([
    ['http://queue.example.org', /^REDIS_URL is not an address of Redis or Valkey; give one like redis:\/\/HOST/],
    ['redis://', /^REDIS_URL is not an address/],
    ['redis://a.example.org,b.example.org', /names several hosts; say redis\+sentinel:\/\/ or redis\+cluster:\/\//],
    ['redis://a.example.org:99999', /names a host or a port that cannot be/],
    ['redis+cluster://a.example.org:6379,', /names a host or a port that cannot be/],
    ['redis+sentinel://a.example.org', /does not say which primary the sentinels watch; add its name/],
    ['redis+cluster://a.example.org/2', /ends with a database, which a cluster does not have/],
    ['redis://a.example.org/queue', /no number of a database/],
    ['redis://:100%@a.example.org', /percent sign that encodes nothing/],
  ])('that says %s is refused with a sentence', (url, sentence) => {
    expect(problemOf(url)).toMatch(sentence);
  });

  it('is never repeated in a sentence, because it may hold a password', () => {
    expect(problemOf('redis://desk:hunter2@a.example.org/queue')).not.toMatch(/hunter2|example/);
  });
});

describe('the queues of a desk', () => {
  const MINUTE = 60_000;
  const closers: (() => Promise<unknown> | void)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).toReversed()) await close();
  });

  /** An engine on these servers; `over` waits until so many effects are over. */
  const open = async (redisUrl: string) => {
    const desk = await openDesk();
    closers.push(() => desk.close());
    const { requestId } = await fileRequest(desk, ['access']);
    await desk.database.query('delete from effect');
    const engine = await startEngine(desk, { redisUrl, handlers: { alert: () => Promise.resolve(null) } });
    closers.push(() => engine.close());
    return {
      pile: (name: string, count: number) => pileAlerts(desk, requestId, name, count),
      over: (count: number) =>
        eventually(`${count} effects to be over`, async () =>
          (await engine.counted('artikla_effect_attempts_total', { outcome: 'cancelled' })) === count
            ? true
            : undefined,
        ),
    };
  };

  it(
    'live on a cluster, all of them in one slot',
    async () => {
      const cluster = await startRedisCluster();
      closers.push(() => cluster.stop());
      const { pile, over } = await open(cluster.url);
      const client = connectRedis(parseRedisUrl(cluster.url));
      closers.push(() => client.disconnect());
      await pile('a', 50);
      await over(50);
      const nodes = client instanceof Cluster ? client.nodes('master') : [];
      const keys = await Promise.all(nodes.map((node) => node.keys('*')));
      expect(nodes).toHaveLength(3);
      expect(keys.filter((some) => some.length > 0)).toHaveLength(1);
      expect(keys.flat().every((key) => key.startsWith('{test}:'))).toBe(true);
      expect(await evictionPolicies(client)).toEqual(['noeviction', 'noeviction', 'noeviction']);
    },
    MINUTE,
  );

  it(
    'outlive a primary that sentinels watch: its replica takes over and the work goes on',
    async () => {
      const redis = await startRedisSentinel();
      closers.push(() => redis.stop());
      const { pile, over } = await open(redis.url);
      await pile('before', 20);
      await over(20);
      await redis.killPrimary();
      await pile('after', 20);
      await over(40);
      const client = tryRedis(parseRedisUrl(redis.url), 5000);
      closers.push(() => client.disconnect());
      await client.connect();
      expect(await client.info('replication')).toContain('role:master');
    },
    MINUTE,
  );
});
