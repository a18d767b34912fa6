import { Injectable } from '@nestjs/common';
import { Database } from './database.js';
import { Keyring } from './keyring.js';
import { normaliseTyped, sameBytes } from './tokens.js';

/**
 * The secret code of a receipt page: the second value beside every mailed link. Its sixty random bits cannot be guessed,
 * so wrong tries lock nothing: a lock would let anybody who knows a reference shut the right person out (law 12).
 */
@Injectable()
export class SecretCodes {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
  ) {}

  /** Takes as long for a request that does not exist. */
  async check(requestId: string, typed: string): Promise<'right' | 'wrong'> {
    const [row] = await this.database.query<{ reference: string; secret_hash: Buffer }>(
      'select reference, secret_hash from subject_request where id = $1',
      [requestId],
    );
    const hash = this.keyring.codeHash(`secret:${row?.reference ?? ''}`, normaliseTyped(typed));
    return sameBytes(hash, row?.secret_hash ?? Buffer.alloc(hash.length)) ? 'right' : 'wrong';
  }
}
