import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { ENGINE_VERSION } from '#domain/clock/engine-version';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { Ledger } from '#persistence/ledger';

const LOOK_EVERY_MS = 60_000;
const AT_ONCE = 100;

const range = (condition: string): string =>
  `(select id, reference from subject_request
    where closed_on is null and ${condition} and not (id = any ($3::uuid[]))
    order by counted_by, id limit ${AT_ONCE})`;

/**
 * Open requests counted by something else than `$1`: two ranges of one index, so that what is up to date costs nothing.
 * What a newer version of the desk has counted, from `$2` on, is left to it.
 */
const COUNTED_OTHERWISE = `${range('counted_by < $1')} union all ${range('counted_by > $1 and counted_by < $2')} limit ${AT_ONCE}`;

/** After every stamp of this engine, which has a space there, and before those of the next. */
const NEXT_ENGINE = `${ENGINE_VERSION}!`;

interface Stale {
  readonly id: string;
  readonly reference: string;
}

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

  /** Looks at all that was counted by something else, some at a time; how many were. What fails is tried at the next look. */
  async look(): Promise<number> {
    const failed: string[] = [];
    let counted = 0;
    for (let batch = await this.#batch(failed); batch.length > 0; batch = await this.#batch(failed)) {
      for (const { id, reference } of batch) {
        if (this.#stopping) return counted;
        try {
          await this.ledger.refresh(id);
          counted += 1;
        } catch (error) {
          failed.push(id);
          this.#logger.error({ review: 'failed', reference, error: error instanceof Error ? error.name : '' });
        }
      }
    }
    if (counted > 0) this.#logger.log({ review: 'counted open requests anew', counted });
    return counted;
  }

  async #batch(failed: readonly string[]): Promise<Stale[]> {
    const { countedBy } = await this.clock.read();
    return this.database.query<Stale>(COUNTED_OTHERWISE, [countedBy, NEXT_ENGINE, failed]);
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
