import { PgBoss } from 'pg-boss';
import { openPlainWork, STAGES } from '#test/bench/engine/plain-work';
import type { OpenEngine } from '#test/bench/engine/engine';

interface JobData {
  readonly request: string;
}

/**
 * The fastest of the settings that were tried with 50 in flight and 10 connections: batches of 1, 5, 10, 17 and 50, and
 * 1, 2, 3 and 10 workers per queue. NOTIFY wakes them; half a second is the least that it allows between two looks.
 */
const WORKER = {
  transactional: true,
  batchSize: 17,
  localConcurrency: 2,
  burstWhenBatchFull: true,
  pollingIntervalSeconds: 0.5,
  notifyPollingIntervalSeconds: 0.5,
} as const;

/**
 * pg-boss 12, a queue per stage. A transactional worker commits our two statements per job, the jobs of the next stage
 * and the completion of its batch together, so that nothing is lost or doubled.
 */
export const pgBoss: OpenEngine = async ({ databaseUrl, poolSize, requests, finished }) => {
  const work = await openPlainWork(databaseUrl, poolSize, requests);
  const boss = new PgBoss({ connectionString: databaseUrl, max: poolSize, useListenNotify: true });
  boss.on('error', () => undefined);
  await boss.start();
  for (const [index, stage] of STAGES.entries()) {
    await boss.createQueue(stage, { notify: true });
    const next = STAGES[index + 1];
    await boss.work<JobData, void, typeof WORKER>(stage, WORKER, async (jobs, tx) => {
      const statements = { query: (sql: string, values: unknown[]) => tx.executeSql(sql, values) };
      for (const { data } of jobs) {
        await work.statements(statements, data.request, stage);
        if (next !== undefined) await boss.send(next, data, { db: tx });
      }
      // It tells nobody when it has committed; a batch counts a commit too early, which is to its advantage.
      if (next === undefined) setImmediate(() => jobs.forEach(({ data }) => finished(data.request)));
    });
  }
  return {
    requests: work.ids,
    begin: async (request) => void (await boss.send(STAGES[0], { request })),
    check: async (ended) => {
      for (const stage of STAGES) await boss.offWork(stage, { wait: true });
      await work.check(ended);
    },
    stop: async () => {
      await boss.stop();
      await work.pool.end();
    },
  };
};
