import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { isWorkingDay } from '#domain/clock/calendar';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { forgetDeskEffects, planDeskEffects } from '#persistence/desk-effects';
import { morningOf } from '#persistence/effect-rows';
import { Organisation } from '#persistence/organisation';
import { forgetOldNotices } from './console-notices.js';

const LOOK_EVERY_MS = 60_000;

/**
 * Plans the morning digest of every officer, on working days only, in every worker: the id of an effect is that of its
 * reader and its day, so whoever is first does it for all. After an outage that of today is caught up on; a digest of
 * yesterday would tell nobody anything.
 */
@Injectable()
export class DigestPlanner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger(DigestPlanner.name);
  #timer: NodeJS.Timeout | undefined;
  #planning: Promise<unknown> | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: DeskClock,
    private readonly organisation: Organisation,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => this.#begin(), LOOK_EVERY_MS);
    this.#begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.#planning;
  }

  /** Plans what is not planned yet for today; how many that were. */
  async plan(): Promise<number> {
    const controller = await this.organisation.controller();
    const { calendar, settings, today } = (await this.clock.read()).in(controller);
    const { off, digestHour } = settings.reminders;
    if (off.includes('digest') || !isWorkingDay(today, calendar)) return 0;
    const readers = await this.database.query<{ id: string }>(
      `select id from staff_user where disabled_at is null and role in ('officer', 'approver')`,
    );
    const on = today.toString();
    const dueAt = morningOf(today, controller.timeZone, digestHour);
    const planned = await planDeskEffects(
      this.database,
      controller.id,
      readers.map(({ id: user }) => ({ id: `digest/${user}/${on}`, kind: 'digest', data: { user, on }, dueAt })),
    );
    if (planned > 0) await this.#forget();
    return planned;
  }

  /** Once a day, by whoever planned its first digest. */
  async #forget(): Promise<void> {
    await forgetDeskEffects(this.database);
    await forgetOldNotices(this.database);
  }

  #begin(): void {
    this.#planning ??= this.plan()
      .catch((error: unknown) =>
        this.#logger.warn({ digests: 'not planned', error: error instanceof Error ? error.name : 'unknown' }),
      )
      .finally(() => {
        this.#planning = null;
      });
  }
}
