import { QUEUES, type QueueName } from '#domain/request/effects';
import type { EffectRunner } from './effect-runner.js';
import type { OfferedEffect, Rooms } from './offers.js';

/** How many effects of one queue run here at a time; one that hangs leaves places for the others. */
const PLACES = 4;

/** Runs effects in this process without any queue: when there is none, or when others would only hand them back. */
export class RunHere {
  readonly #waiting = new Map<string, QueueName>();
  readonly #running = new Map<Promise<void>, QueueName>();

  /** `ended` is called after each effect. */
  constructor(
    private readonly runner: EffectRunner,
    private readonly ended: () => void,
  ) {}

  /** How much more can run here at once. */
  get rooms(): Rooms {
    const waiting = [...this.#waiting.values()];
    const waits = (name: QueueName) => waiting.filter((queue) => queue === name).length;
    return new Map(
      QUEUES.map((name) => [name, { places: Math.max(0, this.#free(name) - waits(name)), empty: true }] as const),
    );
  }

  add(offers: readonly OfferedEffect[]): void {
    for (const { id, queue } of offers) this.#waiting.set(id, queue);
    this.#start();
  }

  /** Begins nothing more and waits for what runs. */
  async drain(): Promise<void> {
    this.#waiting.clear();
    await Promise.all(this.#running.keys());
  }

  #free(name: QueueName): number {
    return PLACES - [...this.#running.values()].filter((queue) => queue === name).length;
  }

  #start(): void {
    for (const [id, queue] of this.#waiting) {
      if (this.#free(queue) <= 0) continue;
      this.#waiting.delete(id);
      // What could not even be claimed, because the database is away too, is offered again when it is back.
      const run = this.runner
        .run(id)
        .catch(() => undefined)
        .finally(() => {
          this.#running.delete(run);
          this.#start();
          this.ended();
        });
      this.#running.set(run, queue);
    }
  }
}
