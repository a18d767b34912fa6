import { z } from 'zod';
import { QUEUES } from '#domain/request/effects';
import { filledText, instant } from './wire.js';

const count = z.number().int();

/** What there is to do in one queue, as numbers of effects. */
export const queueWork = z.strictObject({
  queue: z.enum(QUEUES),
  due: count,
  /** Of these, due for over a minute. */
  late: count,
  leased: count,
  /** Failed, and tried again later. */
  waiting: count,
  dead: count,
  /** Seconds. */
  oldest: z.number(),
});

export const workerSeen = z.strictObject({
  name: z.string(),
  startedAt: instant,
  seenAt: instant,
  /** It has not been heard of for a minute. */
  silent: z.boolean(),
});

/** Work that was given up, of one kind and for one reason. `total` counts also what is not listed. */
export const deadWork = z.strictObject({
  kind: z.string(),
  reason: z.string(),
  total: count,
  effects: z.array(
    z.strictObject({
      id: z.string(),
      queue: z.string(),
      /** Of its request; null for what belongs to the desk. */
      reference: z.string().nullable(),
      attempts: count,
      dueAt: instant,
    }),
  ),
});

/** The database's clock went another way than time does: nothing irreversible is done until it is accepted or back. */
export const clockJump = z.strictObject({
  direction: z.enum(['behind', 'ahead']),
  expected: instant,
  seen: instant,
  noticedAt: instant,
});

/** How the engine stands. Numbers, codes and references; nobody's data. */
export const operationsPage = z.strictObject({
  queues: z.array(queueWork),
  workers: z.array(workerSeen),
  dead: z.array(deadWork),
  clockJump: clockJump.nullable(),
});

/** Gives one effect another start, or all that were given up for the same reason. */
export const revival = z.strictObject({
  kind: filledText(100),
  reason: filledText(100),
  /** Null for all of them. */
  effect: filledText(500).nullable(),
});

export type OperationsPage = z.infer<typeof operationsPage>;
export type DeadWork = z.infer<typeof deadWork>;
export type QueueWorkView = z.infer<typeof queueWork>;
export type WorkerSeen = z.infer<typeof workerSeen>;
export type ClockJumpView = z.infer<typeof clockJump>;
export type Revival = z.infer<typeof revival>;
