import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '#persistence/database';
import { Ledger } from '#persistence/ledger';

const LOOK_EVERY_MS = 60_000;
const AT_ONCE = 100;

/**
 * The second path to every reminder: looks, independently of how reminders are planned, for open requests that no
 * reminder waits for, has them planned anew and raises its voice. "Never missed" needs two paths (durability, section 2).
 */
@Injectable()
export class DeadlineWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger(DeadlineWatch.name);
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<unknown> | null = null;

  constructor(
    private readonly database: Database,
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

  /** Plans the reminders of open requests that have none; how many there were. */
  async look(): Promise<number> {
    const missing = await this.database.query<{ id: string; reference: string }>(
      `select id, reference from subject_request as request
       where closed_on is null and (due_on is not null or paused_since > artikla.now()::date - 15)
         and not exists (select from effect where request_id = request.id and kind = 'remind' and state = 'pending')
       order by due_on limit $1`,
      [AT_ONCE],
    );
    for (const { id, reference } of missing) {
      await this.ledger.refresh(id);
      this.#logger.error({ reminders: 'were missing and have been planned', reference });
    }
    return missing.length;
  }

  #begin(): void {
    this.#looking ??= this.look()
      .catch((error: unknown) =>
        this.#logger.warn({ watch: 'failed', error: error instanceof Error ? error.name : '' }),
      )
      .finally(() => {
        this.#looking = null;
      });
  }
}
