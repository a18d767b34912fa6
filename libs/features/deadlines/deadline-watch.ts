import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { planDeskEffects } from '#persistence/desk-effects';
import { Ledger } from '#persistence/ledger';
import { Organisation } from '#persistence/organisation';
import { unremindedRequests, type UnremindedRequest } from './missing-reminders.js';

/** A look costs some 20 µs for each reminder that is due today or on the next working day. */
const LOOK_EVERY_MS = 900_000;
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

  constructor(
    private readonly database: Database,
    private readonly clock: DeskClock,
    private readonly organisation: Organisation,
    private readonly ledger: Ledger,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => this.#begin(), LOOK_EVERY_MS);
    this.#begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#looking;
  }

  /**
   * Plans the reminders of open requests that lack one; how many lacked it without a reason. Those that were planned by
   * other settings, holidays or rules than today's could not have it yet: they are planned anew without an alarm.
   */
  async look(): Promise<number> {
    const controller = await this.organisation.controller();
    const reading = await this.clock.read();
    const counting = reading.in(controller);
    const missing: UnremindedRequest[] = [];
    for (const request of await unremindedRequests(this.database, counting, AT_ONCE)) {
      const outdated = request.countedBy !== reading.countedBy(controller.country);
      if (!(await this.#mend(request, outdated)) || !outdated) missing.push(request);
    }
    if (missing.length > 0) await this.#raiseAlarm(controller.id, missing, counting.today, reading.now);
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

  #begin(): void {
    this.#looking ??= this.look()
      .catch((error: unknown) => this.#logger.warn({ watch: 'failed', error: nameOf(error) }))
      .finally(() => {
        this.#looking = null;
      });
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');
