import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { Database } from '#persistence/database';

const EVERY_MS = 10_000;
/** How long one that stopped without a word is remembered, so that it is missed. */
const KEPT = `interval '1 day'`;

/**
 * Tells the desk that this worker is there, so that people can see how many are and which fell silent. Nothing is decided by
 * it: whose work is taken over is a matter of leases.
 */
@Injectable()
export class WorkerRoll implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #logger = new Logger(WorkerRoll.name);
  /** Machine and process; the rest tells apart two that are alike in both, as containers are. */
  readonly name = `${hostname()}:${process.pid}:${randomBytes(2).toString('hex')}`;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  async onApplicationBootstrap(): Promise<void> {
    this.#timer = setInterval(() => void this.#sign(), EVERY_MS);
    await this.#sign();
  }

  /** One that stops in order is not missed. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.#timer);
    await this.database.query('delete from artikla.worker_seen where name = $1', [this.name]).catch(() => undefined);
  }

  async #sign(): Promise<void> {
    try {
      await this.database.query(
        `with old as (delete from artikla.worker_seen where seen_at < clock_timestamp() - ${KEPT} and name <> $1)
         insert into artikla.worker_seen (name, started_at, seen_at) values ($1, clock_timestamp(), clock_timestamp())
         on conflict (name) do update set seen_at = excluded.seen_at`,
        [this.name],
      );
    } catch {
      this.#logger.warn({ worker: 'not on the roll' });
    }
  }
}
