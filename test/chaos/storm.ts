import { setTimeout as pause } from 'node:timers/promises';
import { Chance } from '#test/bench/chance';
import { CRASH_POINTS } from '#test/chaos/crash-points';
import { visitCrashPoints } from '#test/chaos/crash-visits';
import { DeskTime } from '#test/chaos/desk-time';
import { FAULTS, USUAL_TROUBLE } from '#test/chaos/faults';
import { Townsfolk } from '#test/chaos/lives';
import { changesOf } from '#test/chaos/mutate-sql';
import { Recoveries, type Blow } from '#test/chaos/recoveries';
import { buildTown, type Town, type TownPlan } from '#test/chaos/town';
import { judge, type Verdict } from '#test/chaos/verdict';
import type { Fault } from '#test/chaos/strike';

export interface StormPlan extends TownPlan {
  readonly requests: number;
  /** How long faults strike at random. */
  readonly seconds: number;
  /** How long the desk may take to settle after the last fault without coming any nearer to it. */
  readonly patienceSeconds: number;
  /** Faults that a hundred deliveries meet. */
  readonly trouble?: number;
  readonly say: (line: string) => void;
  /** Takes the town down before its time. */
  readonly signal?: AbortSignal;
}

export interface Outcome extends Verdict {
  readonly requests: number;
  readonly mails: number;
  readonly deaths: number;
  readonly blows: readonly Blow[];
  readonly mailFaults: ReadonlyMap<string, number>;
  /** How often a worker was killed at each crash point that was to be visited. */
  readonly crashes: ReadonlyMap<string, number>;
  /** Jobs that somebody else put into the queues, and how many of them were counted. */
  readonly strangers: { readonly put: number; readonly counted: number };
  readonly seconds: number;
}

const TURNS_EVERY_MS = 250;
const LOOK_EVERY_MS = 250;
const CALM_MS = 3_000;
/** Longer than any work waits for its next attempt; erasures wait for their day. */
const ON_HOURS = 24;

const OPEN = `select
  (select count(*)::int from subject_request where closed_on is null) as open,
  (select count(*)::int from effect where state = 'pending' and greatest(due_at, retry_at) <= artikla.now()) as due`;

/** Calls `work` again and again, whatever becomes of it, until it is disposed of. */
const keepDoing = (work: () => Promise<void>, everyMs: number): AsyncDisposable => {
  let going = true;
  const loop = async (): Promise<void> => {
    while (going) {
      await work().catch(() => undefined);
      await pause(everyMs);
    }
  };
  const done = loop();
  return {
    [Symbol.asyncDispose]: () => {
      going = false;
      return done;
    },
  };
};

class Storm {
  readonly #town: Town;
  readonly #plan: StormPlan;
  readonly #chance: Chance;
  readonly #time: DeskTime;
  readonly #folk: Townsfolk;
  readonly #recoveries: Recoveries;
  readonly #unheeded: string[] = [];
  #strangers = { put: 0, counted: 0 };

  constructor(town: Town, plan: StormPlan) {
    this.#town = town;
    this.#plan = plan;
    this.#chance = new Chance(plan.seed);
    this.#time = new DeskTime(town.database);
    this.#folk = new Townsfolk(town, new Chance(plan.seed ^ 0x11fe));
    this.#recoveries = new Recoveries(town.database);
  }

  async blow(): Promise<Outcome> {
    const begun = performance.now();
    {
      await using doing = new AsyncDisposableStack();
      doing.use(keepDoing(() => this.#folk.takeTurns(), TURNS_EVERY_MS));
      doing.use(keepDoing(() => this.#folk.writeNotes(), TURNS_EVERY_MS));
      this.#town.office.trouble(this.#trouble);
      await this.#visitCrashPoints();
      doing.use(this.#filing());
      await this.#strikeAtRandom();
      this.#town.office.trouble(0);
      this.#folk.decideSlowOnes = true;
      await this.#settle();
    }
    const blows = await this.#recoveries.end();
    const verdict = await judge(this.#town, [...this.#folk.lives.values()], this.#time);
    const crashes = this.#crashes();
    await this.#assertMutated();
    return {
      ...verdict,
      unproven: [
        ...[...crashes].flatMap(([point, times]) => (times === 0 ? `nobody came by ${point}` : [])),
        ...this.#unheeded,
      ],
      requests: this.#folk.lives.size,
      mails: this.#town.office.smtp.journal().length,
      deaths: this.#town.crew.deaths,
      blows,
      mailFaults: this.#town.office.struck,
      crashes,
      strangers: this.#strangers,
      seconds: (performance.now() - begun) / 1000,
    };
  }

  /** Spreads the filing over the storm, so that every fault meets requests at every stage. */
  #filing(): AsyncDisposable {
    const { requests, seconds } = this.#plan;
    return keepDoing(
      async () => {
        if (this.#folk.lives.size < requests) await this.#folk.file();
      },
      Math.min(1000, (seconds * 800) / requests),
    );
  }

  get #trouble(): number {
    return this.#plan.trouble ?? USUAL_TROUBLE;
  }

  get #points(): readonly string[] {
    const { only } = this.#plan;
    return CRASH_POINTS.filter((point) => only?.includes(point) ?? true);
  }

  #visitCrashPoints(): Promise<void> {
    return visitCrashPoints(this.#points, {
      town: this.#town,
      folk: this.#folk,
      time: this.#time,
      fell: (point) => this.#begin('killed at a crash point', point),
    });
  }

  #crashes(): ReadonlyMap<string, number> {
    const deaths = this.#town.crew.fellAt();
    return new Map(this.#points.map((point) => [point, deaths.get(point) ?? 0]));
  }

  /** A mutation whose text is no longer in the product would prove nothing, and nobody would notice. */
  async #assertMutated(): Promise<void> {
    const { mutation } = this.#plan;
    if (mutation === undefined) return;
    const changed = await this.#town.orders.mutated();
    const left = changesOf(mutation).filter((change) => !changed.has(change));
    if (left.length > 0) throw new Error(`the mutation ${mutation} found nothing to change for: ${left.join('; ')}`);
  }

  #begin(fault: string, detail = fault): void {
    this.#plan.say(detail);
    this.#recoveries.watch(fault);
  }

  async #strikeAtRandom(): Promise<void> {
    const until = performance.now() + this.#plan.seconds * 1000;
    const faults = this.#faults();
    const strike = {
      town: this.#town,
      chance: this.#chance,
      trouble: this.#trouble,
      time: this.#time,
      strangers: (put: number, counted: number) => {
        this.#strangers = { put: this.#strangers.put + put, counted: this.#strangers.counted + counted };
      },
      unheeded: (finding: string) => this.#unheeded.push(finding),
    };
    while (performance.now() < until) {
      await pause(500 + this.#chance.below(2_000));
      if (faults.length === 0) continue;
      const fault = this.#chance.pick(faults);
      this.#begin(fault.name);
      await fault.strike(strike).catch(() => undefined);
    }
  }

  #faults(): readonly Fault[] {
    const { only, backend } = this.#plan;
    return FAULTS.filter(
      ({ name, needs }) => (needs === undefined || needs === backend) && (only?.includes(name) ?? true),
    );
  }

  /** Until every request is closed and nothing is due. What waits for its next attempt need not wait as long as in life. */
  async #settle(): Promise<void> {
    let before = Infinity;
    let until = 0;
    for (;;) {
      const [{ open, due } = { open: 0, due: 0 }] = await this.#town.database.query<{ open: number; due: number }>(
        OPEN,
      );
      if (open + due === 0) break;
      if (open + due < before) {
        before = open + due;
        until = performance.now() + this.#plan.patienceSeconds * 1000;
      }
      if (performance.now() > until) break;
      if (due === 0) await this.#time.move(ON_HOURS);
      await pause(LOOK_EVERY_MS * 2);
    }
    await pause(CALM_MS);
  }
}

const aborted = async (signal: AbortSignal | undefined): Promise<never> => {
  await new Promise((resolve) => signal?.addEventListener('abort', resolve, { once: true }));
  throw new Error('stopped');
};

/** Builds a town, lets the storm pass over it, and tells what is left. */
export const runStorm = async (plan: StormPlan): Promise<Outcome> => {
  const town = await buildTown(plan);
  try {
    return await Promise.race([new Storm(town, plan).blow(), aborted(plan.signal)]);
  } finally {
    await town.stop();
  }
};
