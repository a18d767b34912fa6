import { createPostgresBackend, runMigrations, setDefaultBackendFactory, type ConnectionOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { Pool } from 'pg';

const SCHEMA = 'bullmq';
/** Each queue and each worker keeps up to three connections (durability, finding 7); there are four of each. */
const POOL_SIZE = 32;

export interface QueueSettings {
  /** Redis or Valkey; null for BullMQ's PostgreSQL backend. */
  readonly redisUrl: string | null;
  readonly databaseUrl: string;
}

/** Where the queues live, chosen by REDIS_URL alone. */
export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  readonly connection: ConnectionOptions;
  close(): Promise<void>;
}

const onRedis = (redisUrl: string): QueueBackend => {
  // Workers block on Redis for as long as it takes: a limit of retries would end them (BullMQ, going to production).
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null, enableReadyCheck: true });
  // Without a listener a lost connection would end the process; the dispatcher notices by itself that offers fail.
  redis.on('error', () => undefined);
  return {
    kind: 'redis',
    connection: redis as ConnectionOptions,
    close: async () => void (await redis.quit().catch(() => redis.disconnect())),
  };
};

const onPostgres = async (databaseUrl: string): Promise<QueueBackend> => {
  setDefaultBackendFactory(createPostgresBackend);
  // A pool that is handed over carries no schema, so it must find BullMQ's functions by itself.
  const pool = new Pool({ connectionString: databaseUrl, max: POOL_SIZE, options: `-c search_path=${SCHEMA}` });
  pool.on('error', () => undefined);
  await runMigrations(pool, SCHEMA);
  return { kind: 'postgres', connection: pool as unknown as ConnectionOptions, close: () => pool.end() };
};

/** Prepares the backend; must run before any queue or worker is made, because BullMQ's default is set once. */
export const openQueueBackend = ({ redisUrl, databaseUrl }: QueueSettings): Promise<QueueBackend> => {
  setDefaultBackendFactory();
  return redisUrl === null ? onPostgres(databaseUrl) : Promise.resolve(onRedis(redisUrl));
};
