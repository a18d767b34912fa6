import { createPostgresBackend, runMigrations, setDefaultBackendFactory, type ConnectionOptions } from 'bullmq';
import { Pool } from 'pg';
import { connectRedis, evictionPolicies, parseRedisUrl } from './redis-url.js';

const SCHEMA = 'bullmq';
/** Each queue and each worker keeps up to three connections (durability, finding 7); there are four of each. */
const POOL_SIZE = 32;

export interface QueueSettings {
  /** Redis or Valkey: one server, Sentinel or Cluster; null for BullMQ's PostgreSQL backend. */
  readonly redisUrl: string | null;
  readonly databaseUrl: string;
}

/** Where the queues live, chosen by REDIS_URL alone. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  readonly connection: ConnectionOptions;
  /** Null when the queue can be relied on, otherwise a sentence on what is wrong. Throws when it does not answer. */
  check(): Promise<string | null>;
  close(): Promise<void>;
}

/** The queue must refuse new jobs rather than forget old ones (durability, finding 11). Null when it does. */
export const policyProblem = (policies: readonly string[]): string | null => {
  const forgetful = policies.find((policy) => policy !== 'noeviction');
  return forgetful === undefined
    ? null
    : `Redis may forget jobs; set its maxmemory-policy from ${forgetful} to noeviction.`;
};

const onRedis = (redisUrl: string): QueueBackend => {
  const redis = connectRedis(parseRedisUrl(redisUrl));
  // Without a listener a lost connection would end the process; the dispatcher notices by itself that offers fail.
  redis.on('error', () => undefined);
  return {
    kind: 'redis',
    connection: redis as ConnectionOptions,
    check: async () => policyProblem(await evictionPolicies(redis)),
    close: async () => void (await redis.quit().catch(() => redis.disconnect())),
  };
};

const onPostgres = async (databaseUrl: string): Promise<QueueBackend> => {
  setDefaultBackendFactory(createPostgresBackend);
  // A pool that is handed over carries no schema, so it must find BullMQ's functions by itself.
  const pool = new Pool({ connectionString: databaseUrl, max: POOL_SIZE, options: `-c search_path=${SCHEMA}` });
  pool.on('error', () => undefined);
  await runMigrations(pool, SCHEMA);
  return {
    kind: 'postgres',
    connection: pool as unknown as ConnectionOptions,
    check: async () => {
      await pool.query('select 1');
      return null;
    },
    close: () => pool.end(),
  };
};

/**
 * Prepares the backend; must run before any queue or worker is made, because BullMQ's default is set once. Throws an Error
 * with a sentence when REDIS_URL cannot be read.
 */
export const openQueueBackend = async ({ redisUrl, databaseUrl }: QueueSettings): Promise<QueueBackend> => {
  setDefaultBackendFactory();
  return redisUrl === null ? onPostgres(databaseUrl) : onRedis(redisUrl);
};
