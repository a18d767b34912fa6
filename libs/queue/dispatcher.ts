import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { QUEUES, type QueueName } from '#domain/request/effects';
import { Database } from '#persistence/database';
import { Ledger } from '#persistence/ledger';
import { EffectRunner } from './effect-runner.js';
import { takeOffers, type OfferedEffect } from './effect-rows.js';
import type { Queue } from 'bullmq';

export const STAGE_QUEUES = Symbol('STAGE_QUEUES');
export type StageQueues = ReadonlyMap<QueueName, Queue>;

const SWEEP_MS = 1000;
const OFFERS_AT_ONCE = 500;
/** After this long without a queue that takes jobs, what is due runs right here: deadlines do not wait for Redis. */
const QUEUE_PATIENCE_MS = 10_000;
const OFFER_TIMEOUT_MS = 5000;

/**
 * Offers what is due to its stage queue, after each commit of this process and every second. Relay, retry, delayed job,
 * reconciler and rebuild after a wiped queue are all this one query (durability, section 2).
 */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger(Dispatcher.name);
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> | null = null;
  #again = false;
  #stopped = false;
  #failingSince: number | null = null;

  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly runner: EffectRunner,
    @Inject(STAGE_QUEUES) private readonly queues: StageQueues,
  ) {}

  onApplicationBootstrap(): void {
    this.ledger.onCommit(() => this.wake());
    this.#timer = setInterval(() => this.wake(), SWEEP_MS);
    this.wake();
  }

  /** Stops offering before the workers drain, so that nothing new begins while they do. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#sweeping;
  }

  /** Sweeps now, or once more when a sweep is under way. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#sweeping !== null) {
      this.#again = true;
      return;
    }
    this.#sweeping = this.#sweep().finally(() => {
      this.#sweeping = null;
      if (!this.#again) return;
      this.#again = false;
      this.wake();
    });
  }

  async #sweep(): Promise<void> {
    try {
      const offers = await takeOffers(this.database, OFFERS_AT_ONCE);
      if (offers.length === 0) return;
      if (offers.length === OFFERS_AT_ONCE) this.#again = true;
      await this.#offer(offers);
    } catch (error) {
      this.#logger.warn({ sweep: 'failed', error: error instanceof Error ? error.name : 'unknown' });
    }
  }

  async #offer(offers: readonly OfferedEffect[]): Promise<void> {
    try {
      await withTimeout(Promise.all(QUEUES.map((name) => this.#addTo(name, offers))), OFFER_TIMEOUT_MS);
      this.#failingSince = null;
    } catch (error) {
      this.#failingSince ??= performance.now();
      const patient = performance.now() - this.#failingSince < QUEUE_PATIENCE_MS;
      this.#logger.warn({
        queue: 'unreachable',
        inProcess: !patient,
        error: error instanceof Error ? error.name : 'unknown',
      });
      if (!patient) for (const { id } of offers) await this.runner.run(id);
    }
  }

  async #addTo(name: QueueName, offers: readonly OfferedEffect[]): Promise<void> {
    const jobs = offers
      .filter(({ queue }) => queue === name)
      .map(({ id, kind }) => ({
        name: kind,
        data: { effectId: id },
        opts: { removeOnComplete: true, removeOnFail: true, attempts: 1 },
      }));
    if (jobs.length > 0) await this.queues.get(name)?.addBulk(jobs);
  }
}

const withTimeout = async <T>(work: Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('timeout')), ms);
  });
  return Promise.race([work, timeout]).finally(() => clearTimeout(timer));
};
