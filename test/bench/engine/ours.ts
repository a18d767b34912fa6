import { isRefusal } from '#domain/request/refusal';
import { requestStage } from '#domain/request/decide';
import { Database } from '#persistence/database';
import { isConflict, Ledger } from '#persistence/ledger';
import { Dispatcher } from '#queue/dispatcher';
import { ClockWatermark } from '#queue/clock-watermark';
import { EffectRunner } from '#queue/effect-runner';
import { checkDesk, endCoolingOff, preparedRequests, runDue } from '#test/bench/engine/our-desk';
import { createWorker } from '#test/bench/engine/our-worker';
import type { OpenEngine } from '#test/bench/engine/engine';

/** Calls `finished` when the ledger has committed what closes a request. */
const whenClosed = (ledger: Ledger, finished: (request: string) => void): void => {
  const apply = ledger.apply.bind(ledger);
  ledger.apply = async (requestId, ...rest) => {
    const outcome = await apply(requestId, ...rest);
    if (!isRefusal(outcome) && !isConflict(outcome) && requestStage(outcome.state) === 'closed') finished(requestId);
    return outcome;
  };
};

/**
 * Collects what comes while a call is under way for the next one. In a desk effects become due by the time alone and cost
 * nobody a statement of their own.
 */
const together = (work: (items: readonly string[]) => Promise<void>) => {
  const waiting: string[] = [];
  let working: Promise<void> | null = null;
  const empty = async (): Promise<void> => {
    await Promise.resolve();
    while (waiting.length > 0) await work(waiting.splice(0));
    working = null;
  };
  return (item: string): Promise<void> => {
    waiting.push(item);
    return (working ??= empty());
  };
};

/** Artikla's own worker, with its queue in Redis or in PostgreSQL: begun as a cooling-off ends, by the dispatcher. */
const ours =
  (queue: 'redis' | 'postgres'): OpenEngine =>
  async ({ databaseUrl, redisUrl, poolSize, requests, finished }) => {
    const { app, close } = await createWorker({ databaseUrl, redisUrl: queue === 'redis' ? redisUrl : null, poolSize });
    const database = app.get(Database);
    const prepared = await preparedRequests(database, requests);
    whenClosed(app.get(Ledger), finished);
    await app.init();
    const dispatcher = app.get(Dispatcher);
    const due = together((effects) => endCoolingOff(database, effects).then(() => dispatcher.wake()));
    return {
      requests: [...prepared.keys()],
      begin: (request) => due(prepared.get(request) ?? ''),
      check: (ended) => checkDesk(database, ended),
      stop: close,
    };
  };

export const oursOnRedis = ours('redis');
export const oursOnPostgres = ours('postgres');

/** The same runner and ledger called one effect after the other, without a queue: what a queue adds is the difference. */
export const oursWithoutQueue: OpenEngine = async ({ databaseUrl, redisUrl, poolSize, requests, finished }) => {
  const { app, close } = await createWorker({ databaseUrl, redisUrl, poolSize });
  const database = app.get(Database);
  const prepared = await preparedRequests(database, requests);
  const runner = app.get(EffectRunner);
  const watermark = app.get(ClockWatermark);
  return {
    requests: [...prepared.keys()],
    begin: async (request) => {
      await watermark.keepUp();
      await endCoolingOff(database, [prepared.get(request) ?? '']);
      await runDue(database, request, prepared.get(request) ?? '', (effect) => runner.run(effect));
      finished(request);
    },
    check: (ended) => checkDesk(database, ended),
    stop: close,
  };
};
