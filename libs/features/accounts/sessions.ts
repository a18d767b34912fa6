import { Injectable } from '@nestjs/common';
import type { StaffMember } from '#contracts/staff-access';
import { Database, type SqlSession } from '#persistence/database';
import { newToken, tokenHash } from '#persistence/tokens';

/** A desk left alone is signed out after this long. */
export const IDLE_MINUTES = 30;
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
   * somebody was seen is written down once a minute, not with every call.
   */
  async find(token: string): Promise<StaffMember | null> {
    const [member] = await this.database.query<StaffMember>(
      `with current as (
         select u.id, u.name, u.role, u.language from staff_session s join staff_user u on u.id = s.user_id
         where s.token_hash = $1 and u.disabled_at is null and s.expires_at > clock_timestamp()
           and s.seen_at > clock_timestamp() - make_interval(mins => $2)
       ), seen as (
         update staff_session set seen_at = clock_timestamp()
         where token_hash = $1 and seen_at < clock_timestamp() - interval '1 minute' and exists (select from current)
       )
       select id, name, role, language from current`,
      [tokenHash(token), IDLE_MINUTES],
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
