import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { Database, type SqlSession } from '#persistence/database';
import { INSTANT_TEXT } from '#persistence/database-time';
import { Sessions } from './sessions.js';
import type { UserRow } from '#contracts/settings-users';
import type { StaffRole } from '#domain/request/actor';

export interface UserChange {
  readonly name: string;
  readonly role: StaffRole;
  readonly disabled: boolean;
}

type Stored = Pick<UserRow, 'name' | 'role' | 'email'> & { readonly disabled: boolean };

const CHANGES_SHOWN = 5;

/** What is written down about an account, one word each. */
export type AccountChange = 'invited' | 'renamed' | 'role' | 'disabled' | 'enabled' | 'reset';

/** The accounts as an administrator sees them. Who changed what and when stays for good. */
@Injectable()
export class UserRows {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  list(): Promise<UserRow[]> {
    return this.database.query(
      `select id, email, name, role, language,
         case when disabled_at is not null then 'disabled' when password_hash is null then 'invited' else 'active' end as state,
         ${INSTANT_TEXT('last_sign_in_at')} as "lastSignInAt",
         coalesce((
           select json_agg(json_build_object('at', at, 'what', what, 'role', role, 'by', by) order by id desc)
           from (
             select staff_change.id, what, staff_change.role, ${INSTANT_TEXT('changed_at')} as at,
               case when giver.id is not null then json_build_object('id', giver.id, 'name', giver.name) end as by
             from staff_change left join staff_user giver on giver.id = changed_by
             where user_id = staff_user.id order by staff_change.id desc limit $1) as newest), '[]') as changes
       from staff_user order by disabled_at is not null, name, id`,
      [CHANGES_SHOWN],
    );
  }

  /**
   * Throws 404, and 409 `not-yourself` or `last-administrator`: a desk that nobody can see to would have to be opened by
   * hand. Another role counts at once, a closed account is signed out everywhere.
   */
  async change(id: string, { name, role, disabled }: UserChange, byId: string): Promise<void> {
    await this.database.transaction(async (session) => {
      const before = await this.#locked(session, id);
      if (id === byId && (disabled || role !== before.role)) throw new ConflictException({ code: 'not-yourself' });
      const leaves = before.role === 'administrator' && !before.disabled && (disabled || role !== 'administrator');
      if (leaves && (await this.#otherAdministrators(session, id)) === 0) {
        throw new ConflictException({ code: 'last-administrator' });
      }
      await session.query(
        `update staff_user set name = $2, role = $3,
           disabled_at = case when $4 then coalesce(disabled_at, clock_timestamp()) end,
           password_hash = case when not $4 then password_hash end, invite_hash = case when not $4 then invite_hash end
         where id = $1`,
        [id, name, role, disabled],
      );
      if (disabled || role !== before.role) await this.sessions.endAll(id, session);
      if (name !== before.name) await this.note(id, 'renamed', byId, null, session);
      if (role !== before.role) await this.note(id, 'role', byId, role, session);
      if (disabled !== before.disabled) await this.note(id, disabled ? 'disabled' : 'enabled', byId, null, session);
    });
  }

  /** Throws 404. */
  async emailOf(id: string): Promise<Pick<UserRow, 'email' | 'language'>> {
    const [user] = await this.database.query<Pick<UserRow, 'email' | 'language'>>(
      'select email, language from staff_user where id::text = $1',
      [id],
    );
    if (user === undefined) throw new NotFoundException({ code: 'not-found' });
    return user;
  }

  /** The account that has this address, as it is compared. */
  async idOf(email: string): Promise<string | null> {
    const [user] = await this.database.query<{ id: string }>(
      'select id from staff_user where lower(email) = lower($1)',
      [email],
    );
    return user?.id ?? null;
  }

  async note(
    id: string,
    what: AccountChange,
    byId: string | null,
    role: StaffRole | null,
    session: SqlSession = this.database,
  ): Promise<void> {
    await session.query(
      'insert into staff_change (user_id, what, role, changed_by, changed_at) values ($1, $2, $3, $4, artikla.now())',
      [id, what, role, byId],
    );
  }

  /** All administrators are locked, always in the same order: two who leave at once must not both be the last but one. */
  async #locked(session: SqlSession, id: string): Promise<Stored> {
    const rows = await session.query<Stored & { readonly id: string }>(
      `select id, email, name, role, disabled_at is not null as disabled from staff_user
       where id::text = $1 or role = 'administrator' order by id for update`,
      [id],
    );
    const found = rows.find((row) => row.id === id);
    if (found === undefined) throw new NotFoundException({ code: 'not-found' });
    return found;
  }

  async #otherAdministrators(session: SqlSession, id: string): Promise<number> {
    const rows = await session.query(
      `select id from staff_user where role = 'administrator' and disabled_at is null and id <> $1`,
      [id],
    );
    return rows.length;
  }
}
