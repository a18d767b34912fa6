import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { planDeskEffects } from '#persistence/desk-effects';
import { Ledger } from '#persistence/ledger';
import { Organisation } from '#persistence/organisation';
import { unremindedRequests, type UnremindedRequest } from './missing-reminders.js';
import { keepPlace, readPlace, takeTurn } from './watch-place.js';

/**
 * Together they say how soon a missing reminder is found: in an hour at the latest with a million open requests, in ten
 * seconds with a few thousand. It has a working day, because what is due tomorrow is looked for today.
 */
const LOOK_EVERY_SECONDS = 10;
const SLICE = 3000;
/** Mended before it goes on, so that its place is kept while many are missing. */
const AT_ONCE = 100;
/** The first of them are named in the alarm. */
const NAMED = 20;

/**
 * The second path to every reminder: looks, independently of how reminders are planned, for open requests that lack one
 * which the law's dates call for, has them planned anew and raises its voice. "Never missed" needs two paths (durability,
 * section 2).
 */
@Injectable()
export class DeadlineWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger(DeadlineWatch.name);
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<unknown> | null = null;
  #stopping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: DeskClock,
    private readonly organisation: Organisation,
    private readonly ledger: Ledger,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => this.#begin(), LOOK_EVERY_SECONDS * 1000);
    this.#begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#timer);
    await this.#looking;
  }

  /**
   * Goes on its round of all open requests by one slice: plans the reminders of those that lack one; how many lacked it
   * without a reason. Those that were planned by other settings, holidays or rules than today's could not have it yet: they
   * are planned anew without an alarm.
   */
  async look(): Promise<number> {
    const controller = await this.organisation.controller();
    const reading = await this.clock.read();
    const counting = reading.in(controller);
    const missing: UnremindedRequest[] = [];
    for (let full = true; full && !this.#stopping;) {
      const place = await readPlace(this.database);
      const found = await unremindedRequests(this.database, counting, place, SLICE, AT_ONCE);
      for (const request of found.missing) {
        const outdated = request.countedBy !== reading.countedBy(controller.country);
        if (!(await this.#mend(request, outdated)) || !outdated) missing.push(request);
      }
      if (missing.length > 0) await this.#raiseAlarm(controller.id, missing, counting.today, reading.now);
      await keepPlace(this.database, found.upTo);
      full = found.full;
    }
    return missing.length;
  }

  /** Staff are told once a day: a log that nobody reads is no alarm. */
  async #raiseAlarm(
    controllerId: string,
    missing: readonly UnremindedRequest[],
    today: Temporal.PlainDate,
    now: Temporal.Instant,
  ): Promise<void> {
    const on = today.toString();
    const references = missing.slice(0, NAMED).map(({ reference }) => reference);
    const data = { about: 'missing-reminders', on, references } as const;
    const alarm = { id: `alarm/missing-reminders/${on}`, kind: 'alarm', data, dueAt: now.toString() } as const;
    await planDeskEffects(this.database, controllerId, [alarm]);
  }

  /** Whether it could be: one request that cannot be mended must not keep the others waiting. */
  async #mend({ id, reference }: UnremindedRequest, outdated: boolean): Promise<boolean> {
    try {
      await this.ledger.refresh(id);
      if (!outdated) this.#logger.error({ reminders: 'were missing and have been planned', reference });
      return true;
    } catch (error) {
      this.#logger.error({ reminders: 'are missing and cannot be planned', reference, error: nameOf(error) });
      return false;
    }
  }

  /** Real time, in which processes take turns, runs a little differently in each. */
  async #takeTurn(): Promise<void> {
    if (await takeTurn(this.database, LOOK_EVERY_SECONDS - 1)) await this.look();
  }

  #begin(): void {
    this.#looking ??= this.#takeTurn()
      .catch((error: unknown) => this.#logger.warn({ watch: 'failed', error: nameOf(error) }))
      .finally(() => {
        this.#looking = null;
      });
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
