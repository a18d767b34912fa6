import { DBOS } from '@dbos-inc/dbos-sdk';
import { openPlainWork, STAGES } from '#test/bench/engine/plain-work';
import type { OpenEngine } from '#test/bench/engine/engine';

/**
 * DBOS Transact 5: one workflow of three steps, each of which runs our transaction and is then checkpointed. Workflow and
 * step states lie in the same database, and as many connections serve them as serve the work.
 */
export const dbos: OpenEngine = async ({ databaseUrl, poolSize, requests, finished }) => {
  const work = await openPlainWork(databaseUrl, poolSize, requests);
  const workflow = DBOS.registerWorkflow(
    async (request: string): Promise<void> => {
      for (const stage of STAGES) await DBOS.runStep(() => work.transition(request, stage), { name: stage });
    },
    { name: 'answerRequest' },
  );
  DBOS.setConfig({
    name: 'bench',
    systemDatabaseUrl: databaseUrl,
    systemDatabasePoolSize: poolSize,
    logLevel: 'error',
  });
  await DBOS.launch();
  return {
    requests: work.ids,
    begin: async (request) => {
      const handle = await DBOS.startWorkflow(workflow, { workflowID: request })(request);
      await handle.getResult();
      finished(request);
    },
    check: work.check,
    stop: async () => {
      await DBOS.shutdown();
      await work.pool.end();
    },
  };
};
