import { openPlainWork, STAGES, type PlainWork, type Stage } from '#test/bench/engine/plain-work';
import type { OpenEngine } from '#test/bench/engine/engine';

/** Plain work without any engine: what PostgreSQL and its client can do. */
const floor =
  (step: (work: PlainWork, id: string, stage: Stage) => Promise<void>): OpenEngine =>
  async ({ databaseUrl, poolSize, requests, finished }) => {
    const work = await openPlainWork(databaseUrl, poolSize, requests);
    return {
      requests: work.ids,
      begin: async (id) => {
        for (const stage of STAGES) await step(work, id, stage);
        finished(id);
      },
      check: work.check,
      stop: () => work.pool.end(),
    };
  };

/** Floor A: three transactions of four round trips each. */
export const floorA = floor((work, id, stage) => work.transition(id, stage));

/** The same as three statements. */
export const floorAInOne = floor((work, id, stage) => work.transitionInOne(id, stage));
