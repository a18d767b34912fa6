import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { Ledger } from '#persistence/ledger';
import { Organisation } from '#persistence/organisation';
import { unremindedRequests, type UnremindedRequest } from './missing-reminders.js';

const LOOK_EVERY_MS = 300_000;
const AT_ONCE = 100;

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

  /** Plans the reminders of open requests that lack one; how many there were. */
  async look(): Promise<number> {
    const controller = await this.organisation.controller();
    const counting = (await this.clock.read()).in(controller);
    const missing = await unremindedRequests(this.database, counting, AT_ONCE);
    for (const request of missing) await this.#mend(request);
    return missing.length;
  }

  /** One request that cannot be mended must not keep the others waiting. */
  async #mend({ id, reference }: UnremindedRequest): Promise<void> {
    try {
      await this.ledger.refresh(id);
      this.#logger.error({ reminders: 'were missing and have been planned', reference });
    } catch (error) {
      this.#logger.error({ reminders: 'are missing and cannot be planned', reference, error: nameOf(error) });
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
