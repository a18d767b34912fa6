import { Injectable } from '@nestjs/common';
import { comparableEmail } from '#persistence/blind-index';
import { Database } from '#persistence/database';
import { verifyPassword } from './passwords.js';

/** Failures in a row before an account rests. */
const PATIENCE = 5;
/** The first rest, in seconds; doubled with each further failure, at most 16 minutes: it always ends. */
const FIRST_REST = 30;
const MOST_DOUBLINGS = 5;

/** Checks e-mail and password. Whatever was wrong, the answer and the work done for it are the same. */
@Injectable()
export class SignIn {
  constructor(private readonly database: Database) {}

  /** The id of the account, or null: no such account, left, not yet begun, resting, or another password. */
  async check(email: string, password: string): Promise<string | null> {
    const account = await this.#countAttempt(comparableEmail(email));
    const right = await verifyPassword(account?.password_hash ?? null, password);
    if (account === undefined || !right) return null;
    await this.database.query(
      `update staff_user set failed_attempts = 0, locked_until = null, last_sign_in_at = clock_timestamp() where id = $1`,
      [account.id],
    );
    return account.id;
  }

  /**
   * Counts the attempt as failed before it is looked at, in one statement, so that guesses sent at once do not share
   * one count. Nothing while the account rests: knocking does not make the rest longer.
   */
  async #countAttempt(email: string): Promise<{ id: string; password_hash: string | null } | undefined> {
    const [account] = await this.database.query<{ id: string; password_hash: string | null }>(
      `update staff_user set failed_attempts = failed_attempts + 1,
         locked_until = case when failed_attempts + 1 >= $2 then
           clock_timestamp() + make_interval(secs => $3 * 2 ^ least(failed_attempts + 1 - $2, $4)) end
       where email = $1 and disabled_at is null and (locked_until is null or locked_until <= clock_timestamp())
       returning id, password_hash`,
      [email, PATIENCE, FIRST_REST, MOST_DOUBLINGS],
    );
    return account;
  }
}
