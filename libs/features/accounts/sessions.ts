import { Injectable } from '@nestjs/common';
import type { StaffMember } from '#contracts/staff-access';
import { Database, type SqlSession } from '#persistence/database';
import { SESSION_HOLDS } from '#persistence/session-rows';
import { newToken, tokenHash } from '#persistence/tokens';

/** Nobody stays signed in for longer than a working day. */
export const LONGEST_HOURS = 10;

/**
 * Who is signed in. The browser holds 256 random bits, the database their SHA-256, so neither a copy of the database nor
 * a guess opens a session. Real time counts here and not the desk's, which the demo moves (security design, section 2.2).
 */
@Injectable()
export class Sessions {
  constructor(private readonly database: Database) {}

  /** Begins a session and returns its token. Sessions that have run out are swept on the way. */
  async begin(userId: string, session: SqlSession = this.database): Promise<string> {
    const token = newToken();
    await session.query('delete from staff_session where expires_at < clock_timestamp()');
    await session.query(
      `insert into staff_session (token_hash, user_id, created_at, seen_at, expires_at)
       values ($1, $2, clock_timestamp(), clock_timestamp(), clock_timestamp() + make_interval(hours => $3))`,
      [tokenHash(token), userId, LONGEST_HOURS],
    );
    return token;
  }

  /**
   * Whose session this is, null when it has ended. The role is read anew each time, so a change counts at once. That
   * somebody was seen is written down once a minute, not with every call, and never for a call that a page made by itself
   * while nobody was there (`attended` false): a desk left alone would never be signed out.
   */
  async find(hash: Uint8Array, attended: boolean): Promise<StaffMember | null> {
    const [member] = await this.database.query<StaffMember>(
      `with current as (
         select staff_user.id, name, role, language
         from staff_session as session join staff_user on staff_user.id = session.user_id
         where token_hash = $1 and ${SESSION_HOLDS}
       ), seen as (
         update staff_session set seen_at = clock_timestamp()
         where token_hash = $1 and $2 and seen_at < clock_timestamp() - interval '1 minute' and exists (select from current)
       )
       select id, name, role, language from current`,
      [hash, attended],
    );
    return member ?? null;
  }

  async end(token: string): Promise<void> {
    await this.database.query('delete from staff_session where token_hash = $1', [tokenHash(token)]);
  }

  /** Ends every session of somebody: their password changed or they left. */
  async endAll(userId: string, session: SqlSession = this.database): Promise<void> {
    await session.query('delete from staff_session where user_id = $1', [userId]);
  }
}
