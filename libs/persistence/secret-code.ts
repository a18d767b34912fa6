import { Injectable } from '@nestjs/common';
import { Database } from './database.js';
import { Keyring } from './keyring.js';
import { normaliseTyped, sameBytes } from './tokens.js';

/** Tries in an hour; then the next hour. The limit always ends, so that it cannot shut the real person out (law 12). */
const TRIES_PER_HOUR = 10;

/**
 * The secret code of a receipt page: the second value beside every mailed link. Sixty random bits, so a keyed hash holds
 * them; the tries are counted before the code is compared, in one statement, so parallel guesses gain nothing.
 */
@Injectable()
export class SecretCodes {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
  ) {}

  /** `wrong` also when the tries of this hour are used up: the answer does not tell which. */
  async check(requestId: string, typed: string): Promise<'right' | 'wrong'> {
    const [row] = await this.database.query<{ reference: string; secret_hash: Buffer; secret_attempts: number }>(
      `update subject_request set
         secret_attempts = case when secret_window < clock_timestamp() - interval '1 hour' then 1 else secret_attempts + 1 end,
         secret_window = case when secret_window < clock_timestamp() - interval '1 hour' then clock_timestamp() else secret_window end
       where id = $1 returning reference, secret_hash, secret_attempts`,
      [requestId],
    );
    if (row === undefined || row.secret_attempts > TRIES_PER_HOUR) return 'wrong';
    const hash = this.keyring.codeHash(`secret:${row.reference}`, normaliseTyped(typed));
    return sameBytes(hash, row.secret_hash) ? 'right' : 'wrong';
  }
}
