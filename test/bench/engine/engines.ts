import type { OpenEngine } from '#test/bench/engine/engine';

/**
 * Who is measured, each loaded only in the process that runs it. The floors do plain work or our SQL without an engine,
 * the peers do the plain work of floor A.
 */
export const ENGINES = {
  'floor-a': async () => (await import('#test/bench/engine/floors')).floorA,
  'floor-a-one-statement': async () => (await import('#test/bench/engine/floors')).floorAInOne,
  'floor-b': async () => (await import('#test/bench/engine/floor-b')).floorB,
  'without-queue': async () => (await import('#test/bench/engine/ours')).oursWithoutQueue,
  redis: async () => (await import('#test/bench/engine/ours')).oursOnRedis,
  postgres: async () => (await import('#test/bench/engine/ours')).oursOnPostgres,
  'pg-boss': async () => (await import('#test/bench/peers/pg-boss')).pgBoss,
  dbos: async () => (await import('#test/bench/peers/dbos')).dbos,
} as const satisfies Record<string, () => Promise<OpenEngine>>;

export type EngineName = keyof typeof ENGINES;

/** Engines that work on a copy of the prepared desk; the others make their own tables. */
export const ON_A_DESK: readonly EngineName[] = ['floor-b', 'without-queue', 'redis', 'postgres'];
