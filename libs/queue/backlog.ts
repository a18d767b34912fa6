import { QUEUES, type QueueName } from '#domain/request/effects';
import { MOST_PLACES, type OfferedEffect, type Rooms } from './offers.js';
import type { Queue } from 'bullmq';

export type StageQueues = ReadonlyMap<QueueName, Queue>;

/** Below this a queue is asked again how much waits in it, before it could run dry. */
const LOW = MOST_PLACES / 2;

/**
 * How much each stage queue can take. A queue works in its own order, so little is put into it at a time: what is fair and
 * what is urgent is decided again for the next few. Asks the queues only now and then and reckons in between.
 */
export class Backlog {
  readonly #places = new Map<QueueName, number>();
  #empty: ReadonlySet<QueueName> = new Set();

  constructor(private readonly queues: StageQueues) {}

  /** Must the queues be asked before more is offered? */
  get low(): boolean {
    return QUEUES.some((name) => (this.#places.get(name) ?? 0) < LOW);
  }

  /** Asks every queue how many jobs wait in it. */
  async measure(): Promise<void> {
    const waiting = await Promise.all(
      QUEUES.map(async (name) => (await this.queues.get(name)?.getWaitingCount()) ?? 0),
    );
    QUEUES.forEach((name, index) => this.#places.set(name, Math.max(0, MOST_PLACES - (waiting[index] ?? 0))));
    this.#empty = new Set(QUEUES.filter((_name, index) => waiting[index] === 0));
  }

  /** The room there is. That a queue is empty is told once for each time it was measured. */
  rooms(): Rooms {
    const empty = this.#empty;
    this.#empty = new Set();
    return new Map(
      QUEUES.map((name) => [name, { places: this.#places.get(name) ?? 0, empty: empty.has(name) }] as const),
    );
  }

  /** Puts what was taken into its queues. */
  async add(offers: readonly OfferedEffect[]): Promise<void> {
    await Promise.all(
      QUEUES.map(async (name) => {
        const ours = offers.filter(({ queue }) => queue === name);
        if (ours.length === 0) return;
        this.#places.set(name, Math.max(0, (this.#places.get(name) ?? 0) - ours.length));
        await this.queues.get(name)?.addBulk(ours.map(jobOf));
      }),
    );
  }
}

/** A job is a cursor to its effect and nothing else. It is tried once: retries live in the row. */
const jobOf = ({ id, kind }: OfferedEffect) => ({
  name: kind,
  data: { effectId: id },
  opts: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
});
