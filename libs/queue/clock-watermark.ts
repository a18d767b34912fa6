import { uptime } from 'node:os';
import { Injectable, Logger, Optional, type OnModuleInit } from '@nestjs/common';
import { ALL_EFFECT_RULES } from '#domain/desk-effects';
import {
  endJump,
  noteJump,
  raiseMark,
  readClock,
  type ClockJump,
  type ClockState,
} from '#persistence/clock-watermark-rows';
import { Database } from '#persistence/database';

const MINUTE = 60_000;
/** A clock that is set back by less is the work of NTP. */
const TOO_FAR_BEHIND = 5 * MINUTE;
/** A clock may run ahead of this machine's count of the time that passed by so much between two looks. */
const TOO_FAR_AHEAD = 60 * MINUTE;
/** How old a look may be before it is looked again, and before it is no longer believed. */
const LOOK_EVERY = 1000;
const LOOK_HOLDS = 10_000;
/** How long an answer to that holds: asking the machine how long it is up reads a file, and a busy worker asks each time. */
const BELIEF_HOLDS = 50;
/** The mark is raised in such steps, so that it is rarely written. */
const STEP = 10_000;

interface Baseline {
  /** What the database showed. */
  readonly clock: number;
  /** When it was asked, by a count of this machine that nobody can set. */
  readonly asked: number;
}

/**
 * Freezes what cannot be taken back while the database's clock is not to be believed (adr 13): it fell behind what it had
 * shown before, or ran ahead of the time that passed here. The clock itself is watched; that a demo or a test shifts the
 * desk's time is not a jump, because it stands in the database for everyone to read.
 */
@Injectable()
export class ClockWatermark implements OnModuleInit {
  readonly #logger = new Logger(ClockWatermark.name);
  #baseline: Baseline | null = null;
  #jump: ClockJump | null = null;
  #over = -1;
  #looked = -Infinity;
  #believed = false;
  #asked = -Infinity;

  /** `passed` counts milliseconds, also while the machine sleeps. */
  constructor(
    private readonly database: Database,
    @Optional() private readonly passed: () => number = () => uptime() * 1000,
  ) {}

  /** Before the first job: a worker that starts into a jump must know. */
  async onModuleInit(): Promise<void> {
    await this.look().catch(() => undefined);
  }

  /** Those of the kinds that may be done now. Costs nothing; as fresh as the last look. */
  allowed(kinds: readonly string[]): readonly string[] {
    return this.#isBelieved() ? kinds : kinds.filter((kind) => REVERSIBLE.has(kind));
  }

  /** Looks again when the last look is a second old. */
  async keepUp(): Promise<void> {
    if (this.passed() - this.#looked >= LOOK_EVERY) await this.look();
  }

  /** Compares the database's clock with its mark and with the time that passed here since the last look. */
  async look(): Promise<void> {
    const asked = this.passed();
    const state = await readClock(this.database);
    if (state.over !== this.#over) this.#baseline = null;
    this.#over = state.over;
    if (state.jump === null) await this.#watch(state, asked);
    else await this.#wait(state, state.jump);
    this.#looked = asked;
    this.#asked = -Infinity;
  }

  #isBelieved(): boolean {
    const now = performance.now();
    if (now - this.#asked >= BELIEF_HOLDS) {
      this.#asked = now;
      this.#believed = this.#jump === null && this.passed() - this.#looked < LOOK_HOLDS;
    }
    return this.#believed;
  }

  async #watch(state: ClockState, asked: number): Promise<void> {
    const jump = behind(state) ?? this.#ahead(state.clock);
    if (jump !== null) {
      await noteJump(this.database, jump);
      this.#logger.error({ clock: 'jumped', direction: jump.direction, byMs: Math.round(jump.seen - jump.expected) });
    } else {
      this.#baseline = { clock: state.clock, asked };
      if (state.clock - state.mark >= STEP) await raiseMark(this.database, state.clock);
    }
    this.#jump = jump;
  }

  /** A jump ends by itself when the clock is back where it would be without it. */
  async #wait(state: ClockState, jump: ClockJump): Promise<void> {
    this.#jump = jump;
    if (behind(state) !== null || (jump.direction === 'ahead' && !this.#isSetBack(state.clock, jump))) return;
    await endJump(this.database);
    this.#logger.warn({ clock: 'returned', direction: jump.direction });
  }

  /** Set back from where it was found, and not only by a part for all that is known here of the time before. */
  #isSetBack(clock: number, { seen }: ClockJump): boolean {
    return clock < seen - TOO_FAR_BEHIND && this.#ahead(clock) === null;
  }

  /** The time between asking and now is counted to both sides, so a slow answer never looks like a jump. */
  #ahead(clock: number): ClockJump | null {
    if (this.#baseline === null) return null;
    const expected = this.#baseline.clock + this.passed() - this.#baseline.asked;
    return clock - expected > TOO_FAR_AHEAD ? { direction: 'ahead', expected, seen: clock } : null;
  }
}

const behind = ({ clock, mark }: ClockState): ClockJump | null =>
  mark - clock > TOO_FAR_BEHIND ? { direction: 'behind', expected: mark, seen: clock } : null;

/** What can be mended when it was done at a wrong time. A kind of another release is not known, and not done anyway. */
const REVERSIBLE: ReadonlySet<string> = new Set(
  Object.entries(ALL_EFFECT_RULES).flatMap(([kind, { irreversible }]) => (irreversible ? [] : [kind])),
);
