import { readdir, readFile } from 'node:fs/promises';
import type { Pool } from 'pg';
import type { Redis } from 'ioredis';

/** Linux counts processor time in hundredths of a second (man 5 proc, `sysconf(_SC_CLK_TCK)`). */
const TICKS_PER_SECOND = 100;

/** Fields 4 (parent), 14 to 17 (own and waited-for time) of /proc/<pid>/stat; the name before them may hold anything. */
const statOf = async (pid: string): Promise<{ parent: string; ticks: number } | null> => {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  return { parent: fields[1] ?? '', ticks };
};

/** Processor seconds that a PostgreSQL server has used so far with all its processes; null where /proc does not tell. */
export const postgresSeconds = async (pool: Pool): Promise<number | null> => {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  const backend = await statOf(String(rows[0]?.pid));
  if (backend === null) return null;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map(async (pid) => ({ pid, stat: await statOf(pid) })));
  const server = stats.filter(({ pid, stat }) => pid === backend.parent || stat?.parent === backend.parent);
  return server.reduce((sum, { stat }) => sum + (stat?.ticks ?? 0), 0) / TICKS_PER_SECOND;
};

/** Processor seconds that a Redis server has used so far. */
export const redisSeconds = async (redis: Redis): Promise<number> => {
  const info = await redis.info('cpu');
  const used = (name: string) => Number(new RegExp(`${name}:([\\d.]+)`).exec(info)?.[1] ?? 0);
  return used('used_cpu_sys') + used('used_cpu_user');
};

/** Processor seconds of this process so far. */
export const ownSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
