import { Injectable } from '@nestjs/common';
import { Database } from './database.js';
import { newToken, tokenHash } from './tokens.js';

const MINUTES = 30;

/** What a person may look at: how their request stands, or the answer to one right. */
export type SubjectScope = 'status' | `answer:${string}`;

/**
 * A person may look at one request for a while, in real time. The secret code alone opens its state; an answer takes the
 * mailed link as well, because whoever filed the request need not be whom the answer is about (laws 2 and 5).
 */
@Injectable()
export class SubjectSessions {
  constructor(private readonly database: Database) {}

  /** Begins a session and returns its cookie. */
  async begin(requestId: string, scope: SubjectScope): Promise<string> {
    const token = newToken();
    await this.database.query(
      `insert into subject_session (token_hash, request_id, scope, expires_at)
       values ($1, $2, $3, clock_timestamp() + make_interval(mins => $4))`,
      [tokenHash(token), requestId, scope, MINUTES],
    );
    return token;
  }

  /** The request a cookie may look at in this scope, or null. Whoever has opened an answer may see the state as well. */
  async requestOf(token: string, scope: SubjectScope): Promise<string | null> {
    const [row] = await this.database.query<{ request_id: string }>(
      `select request_id from subject_session
       where token_hash = $1 and expires_at > clock_timestamp() and (scope = $2 or $2 = 'status')`,
      [tokenHash(token), scope],
    );
    return row?.request_id ?? null;
  }
}
