import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { Ledger } from '#persistence/ledger';

const LOOK_EVERY_MS = 60_000;
const AT_ONCE = 100;

/** Open requests that were counted by something else than `$1`. Two ranges of one index, so what is up to date costs nothing. */
const COUNTED_OTHERWISE = `
(select id from subject_request where closed_on is null and counted_by < $1 order by counted_by, id limit $2)
union all
(select id from subject_request where closed_on is null and counted_by > $1 order by counted_by, id limit $2)
limit $2`;

/**
 * After an update of the rules, the holidays or the organisation's settings: counts every open request anew. Reminders
 * and the organisation's own dates follow at once; where a statutory date would be another, a finding is raised and the
 * date stays (ADR 9).
 */
@Injectable()
export class ClockReview implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger(ClockReview.name);
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<unknown> | null = null;
  #stopping = false;

  constructor(
    private readonly database: Database,
    private readonly clock: DeskClock,
    private readonly ledger: Ledger,
  ) {}

  onApplicationBootstrap(): void {
    this.#timer = setInterval(() => this.#begin(), LOOK_EVERY_MS);
    this.#begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#timer);
    await this.#looking;
  }

  /** Looks at all that was counted by something else, some at a time; how many there were. */
  async look(): Promise<number> {
    let looked = 0;
    for (let batch = await this.#batch(); batch.length > 0 && !this.#stopping; batch = await this.#batch()) {
      for (const { id } of batch) await this.ledger.refresh(id);
      looked += batch.length;
    }
    if (looked > 0) this.#logger.log({ requests: 'were counted by the rules, holidays and settings of today', looked });
    return looked;
  }

  async #batch(): Promise<{ id: string }[]> {
    const { countedBy } = await this.clock.read();
    return this.database.query<{ id: string }>(COUNTED_OTHERWISE, [countedBy, AT_ONCE]);
  }

  #begin(): void {
    this.#looking ??= this.look()
      .catch((error: unknown) =>
        this.#logger.warn({ review: 'failed', error: error instanceof Error ? error.name : '' }),
      )
      .finally(() => {
        this.#looking = null;
      });
  }
}
