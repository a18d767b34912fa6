import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

/** Key of the advisory lock, in the database `postgres`, that every process using the server holds shared. */
const IN_USE = 0x61727469;

/**
 * Knows whether others use the embedded server, without a count that could be wrong: a shared advisory lock per
 * process, which the server itself drops when that process dies. Whoever can have the lock alone is the last user.
 */
export class ServerHold {
  private session: Client | undefined;
  private givenBack = false;

  constructor(private readonly url: string) {}

  /** Rejects while the server does not take connections or is being stopped. */
  async take(): Promise<void> {
    const session = new Client({
      connectionString: this.url,
      application_name: 'artikla-hold',
      connectionTimeoutMillis: 5000,
    });
    session.on('error', () => {
      if (this.session === session) void this.retake();
    });
    await session.connect();
    await session.query('SELECT pg_advisory_lock_shared($1)', [IN_USE]);
    this.session = session;
  }

  /** Gives the hold up. When nobody else has one, runs `last` while nobody can take one. */
  async giveBack(last: () => Promise<void>): Promise<void> {
    this.givenBack = true;
    const { session } = this;
    // Without a session the server had gone away by itself: there is nothing to stop.
    if (!session) return;
    // A session that is cut here was cut by the last user, who is stopping the server at this moment.
    if (await this.alone(session).catch(() => false)) await last();
    await session.end().catch(() => undefined);
  }

  private async alone(session: Client): Promise<boolean> {
    await session.query('SELECT pg_advisory_unlock_shared($1)', [IN_USE]);
    const { rows } = await session.query<{ alone: boolean }>('SELECT pg_try_advisory_lock($1) AS alone', [IN_USE]);
    return rows[0]?.alone ?? false;
  }

  /** Every session may be cut from outside (an administrator, a restart of the server): then the hold is taken anew. */
  private async retake(): Promise<void> {
    this.session = undefined;
    for (let attempt = 0; attempt < 50 && !this.givenBack; attempt++) {
      const taken = await this.take().then(
        () => true,
        () => false,
      );
      if (taken) return;
      await pause(200, undefined, { ref: false });
    }
  }
}
