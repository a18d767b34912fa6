import { Injectable } from '@nestjs/common';
import { Database } from '#persistence/database';
import { INSTANT_TEXT } from '#persistence/database-time';
import { newToken, tokenHash } from '#persistence/tokens';
import type { Language } from '#domain/language';

/** Whose feed it is. */
export interface FeedReader {
  readonly id: string;
  readonly language: Language;
}

/**
 * The calendar feeds of officers, one each. A calendar program cannot sign in, so the address is the secret: 256 random
 * bits, of which the database keeps the SHA-256.
 */
@Injectable()
export class CalendarFeeds {
  constructor(private readonly database: Database) {}

  /** Makes a feed and returns its token; one made before is worth nothing from here on. */
  async create(userId: string): Promise<{ token: string; createdAt: string }> {
    const token = newToken();
    const [row] = await this.database.query<{ created_at: string }>(
      `insert into calendar_feed (user_id, token_hash, created_at) values ($1, $2, artikla.now())
       on conflict (user_id) do update set token_hash = excluded.token_hash, created_at = excluded.created_at
       returning ${INSTANT_TEXT('created_at')} as created_at`,
      [userId, tokenHash(token)],
    );
    return { token, createdAt: row?.created_at ?? '' };
  }

  async revoke(userId: string): Promise<void> {
    await this.database.query('delete from calendar_feed where user_id = $1', [userId]);
  }

  /** Since when somebody has a feed; null when they have none. */
  async createdAt(userId: string): Promise<string | null> {
    const [row] = await this.database.query<{ created_at: string }>(
      `select ${INSTANT_TEXT('created_at')} as created_at from calendar_feed where user_id = $1`,
      [userId],
    );
    return row?.created_at ?? null;
  }

  /** Whose token this is: null when nobody's, or of somebody who has left or handles no requests any more. */
  async readerOf(token: string): Promise<FeedReader | null> {
    const [reader] = await this.database.query<FeedReader>(
      `select reader.id, reader.language from calendar_feed join staff_user as reader on reader.id = calendar_feed.user_id
       where calendar_feed.token_hash = $1 and reader.disabled_at is null and reader.role in ('officer', 'approver')`,
      [tokenHash(token)],
    );
    return reader ?? null;
  }
}
