import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { settingsFor } from '#test/bench/open/api-process';
import { largestDesk, SIZES } from '#test/bench/open/open-desk';
import { sharedRedis } from '#test/bench/engine/servers';
import { startApp } from '#test/support/processes';
import { insist, type Bench } from '#test/bench/bench';

const MEGABYTE = 2 ** 20;
/** Time for what a process does of itself once it is ready: watches, checkpoints, sweeps. */
const SETTLES_MS = { full: 20_000, quick: 1500 };

/** Resident megabytes of a process; null where /proc does not tell. */
const residentMegabytes = async (pid: number): Promise<number | null> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmRSS:\s+(\d+)/.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1024;
};

const APPS = ['worker', 'api'] as const;

/** Durability, section 4: start to ready with a million open requests within 2 s, and what memory that takes. */
export const startAndMemory: Bench = {
  name: 'start',
  measures: 'seconds from start to ready, and memory, of worker and api with 1,000,000 open requests',
  run: async (run) => {
    const [desk, redis] = [await largestDesk(run), await sharedRedis(run)];
    await using end = new AsyncDisposableStack();
    const dataDir = await mkdtemp(join(tmpdir(), 'artikla-bench-'));
    end.defer(() => rm(dataDir, { recursive: true }));
    for (const app of APPS) {
      const seconds: number[] = [];
      const memory: number[] = [];
      for (let starts = 0; starts < run.repeats; starts += 1) {
        const env = { ...(await settingsFor(desk, dataDir)), REDIS_URL: redis.url };
        const begun = performance.now();
        const started = await startApp(app, { env });
        seconds.push((performance.now() - begun) / 1000);
        if (starts === 0) {
          await pause(SETTLES_MS[run.quick ? 'quick' : 'full']);
          const resident = await residentMegabytes(started.pid);
          if (resident !== null) memory.push(resident);
        }
        insist(!started.output().includes('missing'), 'the watches find nothing that is missing');
        await started.stop();
      }
      run.report({
        name: `start.${app}`,
        what: `Start of the ${app} to ready`,
        unit: 's',
        values: seconds,
        target: { atMost: 2 },
      });
      if (memory.length > 0)
        run.report({
          name: `memory.${app}`,
          what: `Memory of the ${app}`,
          unit: 'MB',
          values: memory,
          target: { atMost: 300 },
        });
    }

    const client = new Redis(redis.url);
    const used = Number(/used_memory:(\d+)/.exec(await client.info('memory'))?.[1]);
    client.disconnect();
    run.report({
      name: 'memory.redis',
      what: 'Memory of Redis',
      unit: 'MB',
      values: [used / MEGABYTE],
      target: { atMost: 50 },
    });
    const { rows } = await desk.pool.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes');
    const open = SIZES[run.quick ? 'quick' : 'full'][2];
    run.report({
      name: 'memory.database',
      what: 'Database on disk, per open request',
      unit: 'kB',
      values: [Number(rows[0]?.bytes) / open / 1024],
      details: { open },
    });
  },
};
