import { hkdfSync } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database, type SqlSession } from '#persistence/database';
import { openWith, sealWith } from '#persistence/keyring';
import { newToken, tokenHash } from '#persistence/tokens';
import type { Right } from '#domain/law/rights';

/** What a person has answered so far, and, once it is filed, what their receipt shows. */
export interface Draft {
  readonly rights: readonly Right[];
  readonly words: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly customerNumber: string;
  readonly receipt: { readonly reference: string; readonly secretCode: string } | null;
}

export const EMPTY_DRAFT: Draft = {
  rights: [],
  words: '',
  name: '',
  email: '',
  phone: '',
  customerNumber: '',
  receipt: null,
};

/** What is written in the transaction that files a request. */
export type Alongside = (
  session: SqlSession,
  requestId: string,
  receipt: NonNullable<Draft['receipt']>,
) => Promise<void>;

const KEY_ID = 0;
/** A half-filled form waits this long for its person. */
const LIFE_HOURS = 24;

/**
 * Half-filled forms between two pages. A draft is sealed under a key made from its cookie, so the database alone opens
 * none of them; a receipt is one too, and this is how a reload shows the secret code again and a double click files once.
 */
@Injectable()
export class DraftStore {
  constructor(private readonly database: Database) {}

  /** Null when the cookie is unknown or its draft has run out. */
  async read(token: string): Promise<Draft | null> {
    const [row] = await this.database.query<{ content_sealed: Buffer }>(
      'select content_sealed from portal_draft where token_hash = $1 and expires_at > clock_timestamp()',
      [tokenHash(token)],
    );
    if (row === undefined) return null;
    return JSON.parse(openWith(keyOf(token), row.content_sealed, 'portal_draft').toString('utf8')) as Draft;
  }

  /** Stores a draft under its cookie and returns that; without one it makes a new cookie. */
  async write(token: string | null, draft: Draft): Promise<string> {
    const cookie = token ?? newToken();
    await this.#store(this.database, cookie, draft, null);
    return cookie;
  }

  /**
   * Files a draft once: whoever comes second with the same cookie finds it filed. `file` gets what to run in the
   * transaction of the filing, so that receipt and request exist together or not at all.
   */
  filedWith(token: string, draft: Draft): Alongside {
    return async (session, requestId, receipt) => {
      const [row] = await session.query<{ request_id: string | null }>(
        'select request_id from portal_draft where token_hash = $1 for update',
        [tokenHash(token)],
      );
      if (row === undefined || row.request_id !== null) throw new AlreadyFiledError();
      await this.#store(session, token, { ...draft, receipt }, requestId);
    };
  }

  async #store(session: SqlSession, token: string, draft: Draft, requestId: string | null): Promise<void> {
    const sealed = sealWith(keyOf(token), KEY_ID, Buffer.from(JSON.stringify(draft)), 'portal_draft');
    await session.query(
      `insert into portal_draft (token_hash, content_sealed, request_id, expires_at)
       values ($1, $2, $3, clock_timestamp() + make_interval(hours => $4))
       on conflict (token_hash) do update set content_sealed = excluded.content_sealed, expires_at = excluded.expires_at,
         request_id = coalesce(excluded.request_id, portal_draft.request_id)`,
      [tokenHash(token), sealed, requestId, LIFE_HOURS],
    );
  }
}

/** The same form was sent twice; the first one counts. */
export class AlreadyFiledError extends Error {
  constructor() {
    super('this form has been filed already');
    this.name = 'AlreadyFiledError';
  }
}

const keyOf = (token: string): Buffer => Buffer.from(hkdfSync('sha256', token, Buffer.alloc(0), 'artikla:draft', 32));
