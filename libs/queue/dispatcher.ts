import { setTimeout } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  Logger,
  Optional,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import type { QueueName } from '#domain/request/effects';
import { Database } from '#persistence/database';
import { Ledger } from '#persistence/ledger';
import { Backlog, type StageQueues } from './backlog.js';
import { ClockWatermark } from './clock-watermark.js';
import { EffectRunner } from './effect-runner.js';
import { ENGINE_LIMITS, USUAL_LIMITS, type EngineLimits } from './engine-limits.js';
import { EngineMetrics } from './engine-metrics.js';
import { giveBack, isAnythingDue, takeOffers, type OfferedEffect, type Rooms } from './offers.js';
import { RunHere } from './run-here.js';
import { within } from './within.js';

export const STAGE_QUEUES = Symbol('STAGE_QUEUES');

const SWEEP_MS = 1000;
/** However often it is woken, it looks no more often than this: a busy desk is swept for many commits at once. */
const BREATH_MS = 20;
/** After this long without a queue that takes jobs, what is due runs right here: deadlines do not wait for Redis. */
const QUEUE_PATIENCE_MS = 10_000;
const QUEUE_TIMEOUT_SECONDS = 5;

/**
 * Offers what is due to its stage queue, after each commit of this process and every second. Relay, retry, delayed job,
 * reconciler and rebuild after a wiped queue are all this one query (durability, section 2).
 */
@Injectable()
export class Dispatcher implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger(Dispatcher.name);
  readonly #backlog: Backlog;
  readonly #here: RunHere;
  #timer: NodeJS.Timeout | undefined;
  #sweeping: Promise<void> | null = null;
  #again = false;
  /** The last look found something: the next is likely to as well. */
  #busy = false;
  #ask = true;
  #looked = performance.now();
  #stopped = false;
  #silentSince: number | null = null;
  #asking = false;

  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly runner: EffectRunner,
    @Inject(STAGE_QUEUES) queues: StageQueues,
    private readonly watermark: ClockWatermark,
    @Optional() private readonly metrics: EngineMetrics = new EngineMetrics(),
    @Optional() @Inject(ENGINE_LIMITS) private readonly limits: EngineLimits = USUAL_LIMITS,
  ) {
    this.#backlog = new Backlog(queues);
    this.#here = new RunHere(runner, () => this.wake());
  }

  /** Seconds since it last looked for what is due and the database answered. */
  get idleSeconds(): number {
    return (performance.now() - this.#looked) / 1000;
  }

  onApplicationBootstrap(): void {
    this.ledger.onCommit(() => this.wake());
    this.runner.onLeave(() => this.wake());
    this.#timer = setInterval(() => {
      this.#ask = true;
      this.wake();
    }, SWEEP_MS);
    this.wake();
  }

  /** Stops offering before the workers drain, so that nothing new begins while they do. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#sweeping;
    await this.#here.drain();
  }

  /** Sweeps now, or once more a moment after the sweep that is under way. */
  wake(): void {
    if (this.#stopped) return;
    if (this.#sweeping !== null) {
      this.#again = true;
      return;
    }
    this.#sweeping = Promise.all([this.#sweep(), setTimeout(BREATH_MS)]).then(() => {
      this.#sweeping = null;
      if (!this.#again) return;
      this.#again = false;
      this.wake();
    });
  }

  async #sweep(): Promise<void> {
    try {
      await this.watermark.keepUp();
      if (this.#silentSince !== null) await this.#withoutQueues();
      else if (await this.#queuesAnswer()) await this.#offer(await this.#take(this.#backlog.rooms()));
    } catch (error) {
      this.#logger.warn({ sweep: 'failed', error: nameOf(error) });
    }
  }

  /** Whether the queues are back is asked beside the work that goes on without them. */
  async #withoutQueues(): Promise<void> {
    this.#askBeside();
    if (this.#patienceIsOver()) this.#here.add(await this.#take(this.#here.rooms));
  }

  async #take(rooms: Rooms): Promise<OfferedEffect[]> {
    const full = [...rooms.values()].every(({ places }) => places === 0);
    const wanted = { rooms, kinds: this.watermark.allowed(this.runner.kinds), lanes: this.limits.lanes };
    const idle = full || (!this.#busy && !(await isAnythingDue(this.database)));
    const offers = idle ? [] : await takeOffers(this.database, wanted);
    this.#busy = offers.length > 0;
    this.#looked = performance.now();
    this.metrics.swept(offers);
    if ([...rooms].some(([name, { places }]) => places > 0 && countOf(offers, name) === places)) this.#again = true;
    return offers;
  }

  /** Asks the queues what waits in them: every second, and before one could run dry. */
  async #queuesAnswer(): Promise<boolean> {
    if (!this.#ask && !this.#backlog.low) return true;
    this.#ask = false;
    return this.#talk(() => this.#backlog.measure());
  }

  #askBeside(): void {
    if (this.#asking) return;
    this.#asking = true;
    void this.#talk(() => this.#backlog.measure()).then((back) => {
      this.#asking = false;
      if (back) this.wake();
    });
  }

  /** What the queues do not take is free again at once, for whoever can have it done. */
  async #offer(offers: readonly OfferedEffect[]): Promise<void> {
    const queued = offers.filter(({ here }) => !here);
    this.#here.add(offers.filter(({ here }) => here));
    if (queued.length === 0 || (await this.#talk(() => this.#backlog.add(queued)))) return;
    await giveBack(this.database, queued);
  }

  /** Whether the queues took part; remembers since when they have not, which is since they were asked. */
  async #talk(work: () => Promise<void>): Promise<boolean> {
    const asked = performance.now();
    try {
      await within(QUEUE_TIMEOUT_SECONDS, work(), () => new Error('timeout'));
      this.#silentSince = null;
      return true;
    } catch (error) {
      this.#silentSince ??= asked;
      this.#logger.warn({ queue: 'unreachable', inProcess: this.#patienceIsOver(), error: nameOf(error) });
      return false;
    }
  }

  #patienceIsOver(): boolean {
    return this.#silentSince !== null && performance.now() - this.#silentSince >= QUEUE_PATIENCE_MS;
  }
}

const countOf = (offers: readonly OfferedEffect[], name: QueueName): number =>
  offers.filter(({ queue }) => queue === name).length;

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
