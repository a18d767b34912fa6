import { setTimeout as pause } from 'node:timers/promises';
import { Chance } from '#test/bench/chance';
import { crashAt, CRASH_POINTS } from '#test/chaos/crash-points';
import { DeskTime } from '#test/chaos/desk-time';
import { FAULTS, USUAL_TROUBLE, type Fault } from '#test/chaos/faults';
import { Townsfolk } from '#test/chaos/lives';
import { buildTown, type Town, type TownPlan } from '#test/chaos/town';
import { judge, type Verdict } from '#test/chaos/verdict';

export interface StormPlan extends TownPlan {
  readonly requests: number;
  /** How long faults strike at random. */
  readonly seconds: number;
  /** How long the desk may take to settle after the last fault. */
  readonly patienceSeconds: number;
  /** Faults that a hundred deliveries meet. */
  readonly trouble?: number;
  readonly say: (line: string) => void;
  /** Takes the town down before its time. */
  readonly signal?: AbortSignal;
}

export interface Blow {
  readonly fault: string;
  /** Seconds from the blow until all that was due at that moment was done; null when nothing was, or never. */
  readonly recovery: number | null;
}

export interface Outcome extends Verdict {
  readonly requests: number;
  readonly mails: number;
  readonly deaths: number;
  readonly blows: readonly Blow[];
  readonly mailFaults: ReadonlyMap<string, number>;
  /** Crash points that no worker was led to. */
  readonly unreached: readonly string[];
  readonly seconds: number;
}

const TURNS_EVERY_MS = 250;
const LOOK_EVERY_MS = 250;
const REMINDED_AFTER_HOURS = 5 * 24;
const CALM_MS = 3_000;

const DUE_NOW = `select id from effect where state = 'pending' and greatest(due_at, retry_at) <= artikla.now()`;
const STILL_DUE = `select count(*)::int as left from effect where state = 'pending' and id = any ($1::text[])`;
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
  readonly #blows: Promise<Blow>[] = [];
  readonly #unreached: string[] = [];
  #over = false;

  constructor(town: Town, plan: StormPlan) {
    this.#town = town;
    this.#plan = plan;
    this.#chance = new Chance(plan.seed);
    this.#time = new DeskTime(town.database);
    this.#folk = new Townsfolk(town, new Chance(plan.seed ^ 0x11fe));
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
    this.#over = true;
    const verdict = await judge(this.#town, [...this.#folk.lives.values()], this.#time);
    return {
      ...verdict,
      requests: this.#folk.lives.size,
      mails: this.#town.office.smtp.journal().length,
      deaths: this.#town.crew.slots.reduce((sum, { deaths }) => sum + deaths, 0),
      blows: await Promise.all(this.#blows),
      mailFaults: this.#town.office.struck,
      unreached: this.#unreached,
      seconds: (performance.now() - begun) / 1000,
    };
  }

  /** Spreads the filing over the storm, so that every fault meets requests at every stage. */
  #filing(): AsyncDisposable {
    const { requests, seconds } = this.#plan;
    const wanted = this.#folk.lives.size + requests;
    return keepDoing(
      async () => {
        if (this.#folk.lives.size < wanted) await this.#folk.file();
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

  /** One crash point after the other in each place but one, so that somebody is always there to take over. */
  async #visitCrashPoints(): Promise<void> {
    const waiting = this.#points.values();
    const visit = async (place: number): Promise<void> => {
      const slot = this.#town.crew.slots[place];
      if (slot === undefined) return;
      for (const point of waiting) {
        this.#plan.say(`killed ${point}`);
        if (await crashAt(slot, point, () => this.#bait(point)))
          this.#blows.push(this.#watch('killed at a crash point'));
        else this.#unreached.push(point);
      }
    };
    await Promise.all(this.#town.crew.slots.slice(1).map(({ number }) => visit(number)));
  }

  /** Work that comes by every place: reminders and digests wait for their morning, the rest for somebody who asks. */
  async #bait(point: string): Promise<void> {
    if (/remind|digest/.test(point)) await this.#time.move(REMINDED_AFTER_HOURS);
    await this.#folk.file(/remind/.test(point) ? 'slow' : /marketing/.test(point) ? 'marketing' : 'disowned');
  }

  async #strikeAtRandom(): Promise<void> {
    const until = performance.now() + this.#plan.seconds * 1000;
    const faults = this.#faults();
    while (performance.now() < until) {
      await pause(500 + this.#chance.below(2_000));
      if (faults.length === 0) continue;
      const fault = this.#chance.pick(faults);
      this.#plan.say(fault.name);
      this.#blows.push(this.#watch(fault.name));
      const strike = {
        town: this.#town,
        chance: this.#chance,
        trouble: this.#trouble,
        moveTime: (hours: number) => this.#time.move(hours),
      };
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
    const until = performance.now() + this.#plan.patienceSeconds * 1000;
    for (let looks = 0; performance.now() < until; looks += 1) {
      const [left] = await this.#town.database.query<{ open: number; due: number }>(OPEN);
      if (left?.open === 0 && left.due === 0) break;
      if (looks % 8 === 7) await this.#time.move(24);
      await pause(LOOK_EVERY_MS * 2);
    }
    await pause(CALM_MS);
  }

  /** Notes what is due now, and how long it takes until all of it is done. */
  async #watch(fault: string): Promise<Blow> {
    const struck = performance.now();
    const { database } = this.#town;
    const due = await database.query<{ id: string }>(DUE_NOW).catch(() => []);
    while (due.length > 0 && !this.#over) {
      await pause(LOOK_EVERY_MS);
      const [row] = await database.query<{ left: number }>(STILL_DUE, [due.map(({ id }) => id)]).catch(() => []);
      if (row?.left === 0) return { fault, recovery: (performance.now() - struck) / 1000 };
    }
    return { fault, recovery: null };
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
