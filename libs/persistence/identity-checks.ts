import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type SqlSession } from './database.js';
import { Keyring } from './keyring.js';
import { newDigits, newToken, sameBytes, tokenHash } from './tokens.js';

export type CheckPurpose = 'contact' | 'challenge' | 'answer';

/** Days a mailed link opens its page, and with it the answer behind it. */
export const LINK_DAYS = { contact: 14, challenge: 14, answer: 30 } as const satisfies Record<CheckPurpose, number>;
/** Minutes in which a mailed code can be typed (ASVS 6.5.5). */
export const CODE_MINUTES = 10;
const TRIES_PER_CODE = 5;

export interface OpenCheck {
  readonly id: string;
  readonly requestId: string;
  /** The right that an answer link leads to. */
  readonly about: string | null;
  readonly consumed: boolean;
  readonly expiresOn: string;
}

const codePurpose = (checkId: string): string => `challenge:${checkId}`;

/**
 * Links that were mailed, and the codes that go with them. A link opens a neutral page and proves nothing by itself; it
 * and its code are kept as hashes. These lives run in real time, also in the demo.
 */
@Injectable()
export class IdentityChecks {
  constructor(
    private readonly database: Database,
    private readonly keyring: Keyring,
  ) {}

  /** Makes a link; for a challenge also its first code. The plain values exist only in the mail that carries them. */
  async issue(
    session: SqlSession,
    requestId: string,
    purpose: CheckPurpose,
    about: string | null = null,
  ): Promise<{ link: string; code: string | null }> {
    const id = randomUUIDv7();
    const link = newToken();
    const code = purpose === 'challenge' ? newDigits() : null;
    await session.query(
      `insert into identity_check (id, request_id, purpose, about, link_hash, code_hash, code_expires_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(mins => $7),
         clock_timestamp() + make_interval(days => $8))`,
      [
        id,
        requestId,
        purpose,
        about,
        tokenHash(link),
        code === null ? null : this.keyring.codeHash(codePurpose(id), code),
        CODE_MINUTES,
        LINK_DAYS[purpose],
      ],
    );
    return { link, code };
  }

  /** A challenge with a fresh link. Earlier links end, because a fresh code is worth something at the latest one only. */
  async reissueChallenge(session: SqlSession, requestId: string): Promise<{ link: string }> {
    await session.query(
      `update identity_check set expires_at = least(expires_at, clock_timestamp())
       where request_id = $1 and purpose = 'challenge' and consumed_at is null`,
      [requestId],
    );
    return this.issue(session, requestId, 'challenge');
  }

  /** Puts a fresh code on the latest challenge of a request; older codes are worth nothing from here on. */
  async renewCode(session: SqlSession, requestId: string): Promise<string | null> {
    const [row] = await session.query<{ id: string }>(
      `select id from identity_check where request_id = $1 and purpose = 'challenge' and consumed_at is null
       order by id desc limit 1 for update`,
      [requestId],
    );
    if (row === undefined) return null;
    const code = newDigits();
    await session.query(
      `update identity_check set code_hash = $2, attempts = 0, code_expires_at = clock_timestamp() + make_interval(mins => $3),
         expires_at = greatest(expires_at, clock_timestamp() + make_interval(mins => $3)) where id = $1`,
      [row.id, this.keyring.codeHash(codePurpose(row.id), code), CODE_MINUTES],
    );
    return code;
  }

  /** The check behind a link, or null when there never was one or it has run out. */
  async open(link: string, purpose: CheckPurpose): Promise<OpenCheck | null> {
    const [row] = await this.database.query<{
      id: string;
      request_id: string;
      about: string | null;
      consumed_at: string | null;
      expires_on: string;
    }>(
      `select id, request_id, about, consumed_at, expires_at::date::text as expires_on from identity_check
       where link_hash = $1 and purpose = $2 and expires_at > clock_timestamp()`,
      [tokenHash(link), purpose],
    );
    if (row === undefined) return null;
    const { id, request_id: requestId, about, expires_on: expiresOn } = row;
    return { id, requestId, about, consumed: row.consumed_at !== null, expiresOn };
  }

  /** Compares a typed code; the try is counted first, so parallel guesses share the five tries of a code. */
  async tryCode(checkId: string, typed: string): Promise<'right' | 'wrong' | 'ended'> {
    const [row] = await this.database.query<{ code_hash: Buffer }>(
      `update identity_check set attempts = attempts + 1
       where id = $1 and attempts < $2 and consumed_at is null and code_hash is not null
         and code_expires_at > clock_timestamp()
       returning code_hash`,
      [checkId, TRIES_PER_CODE],
    );
    if (row === undefined) return 'ended';
    const hash = this.keyring.codeHash(codePurpose(checkId), typed.replaceAll(/\s/g, ''));
    return sameBytes(hash, row.code_hash) ? 'right' : 'wrong';
  }

  /** Uses a check up, in the transaction of what it proved; false when somebody else just did. */
  async consume(session: SqlSession, checkId: string): Promise<boolean> {
    const rows = await session.query(
      'update identity_check set consumed_at = clock_timestamp() where id = $1 and consumed_at is null returning id',
      [checkId],
    );
    return rows.length > 0;
  }
}
