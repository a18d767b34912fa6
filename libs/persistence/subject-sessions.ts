import { Injectable } from '@nestjs/common';
import { Database } from './database.js';
import { newToken, tokenHash } from './tokens.js';

const MINUTES = 30;

/** A person who proved the secret code of one request may look at that request for a while, in real time. */
@Injectable()
export class SubjectSessions {
  constructor(private readonly database: Database) {}

  /** Begins a session and returns its cookie. */
  async begin(requestId: string): Promise<string> {
    const token = newToken();
    await this.database.query(
      `insert into subject_session (token_hash, request_id, expires_at)
       values ($1, $2, clock_timestamp() + make_interval(mins => $3))`,
      [tokenHash(token), requestId, MINUTES],
    );
    return token;
  }

  /** The request a cookie may look at, or null. */
  async requestOf(token: string): Promise<string | null> {
    const [row] = await this.database.query<{ request_id: string }>(
      'select request_id from subject_session where token_hash = $1 and expires_at > clock_timestamp()',
      [tokenHash(token)],
    );
    return row?.request_id ?? null;
  }
}
