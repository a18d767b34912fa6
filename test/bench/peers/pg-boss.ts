import { PgBoss } from 'pg-boss';
import { openPlainWork, STAGES } from '#test/bench/engine/plain-work';
import type { OpenEngine } from '#test/bench/engine/engine';

interface JobData {
  readonly request: string;
}

/** The least that pg-boss allows between two looks; NOTIFY wakes it before. */
const POLL_SECONDS = 0.5;

/**
 * pg-boss 12, a queue per stage. A transactional worker commits our two statements, the job of the next stage and the
 * completion of its own together, so that nothing is lost or doubled.
 */
export const pgBoss: OpenEngine = async ({ databaseUrl, poolSize, requests, finished }) => {
  const work = await openPlainWork(databaseUrl, poolSize, requests);
  const boss = new PgBoss({ connectionString: databaseUrl, max: poolSize, useListenNotify: true });
  boss.on('error', () => undefined);
  await boss.start();
  const options = {
    transactional: true,
    batchSize: Number(process.env['PB_BATCH'] ?? 1),
    localConcurrency: Number(process.env['PB_CONC'] ?? 3),
    burstWhenBatchFull: true,
    pollingIntervalSeconds: POLL_SECONDS,
    notifyPollingIntervalSeconds: POLL_SECONDS,
  } as const;
  for (const [index, stage] of STAGES.entries()) {
    await boss.createQueue(stage, { notify: true });
    const next = STAGES[index + 1];
    await boss.work<JobData, void, typeof options>(stage, options, async (jobs, tx) => {
      const statements = { query: (sql: string, values: unknown[]) => tx.executeSql(sql, values) };
      for (const { data } of jobs) {
        await work.statements(statements, data.request, stage);
        if (next !== undefined) await boss.send(next, data, { db: tx });
      }
      if (next === undefined) setImmediate(() => jobs.forEach(({ data }) => finished(data.request)));
    });
  }
  return {
    requests: work.ids,
    begin: async (request) => void (await boss.send(STAGES[0], { request })),
    check: work.check,
    stop: async () => {
      await boss.stop({ graceful: true });
      await work.pool.end();
    },
  };
};
