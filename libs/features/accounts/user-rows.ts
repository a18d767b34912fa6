import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { Database, type SqlSession } from '#persistence/database';
import { INSTANT_TEXT } from '#persistence/database-time';
import { Sessions } from './sessions.js';
import { noteChange } from './staff-changes.js';
import type { UserRow } from '#contracts/settings-users';
import type { StaffRole } from '#domain/request/actor';

export interface UserChange {
  readonly name: string;
  readonly role: StaffRole;
  readonly disabled: boolean;
}

type Stored = Pick<UserRow, 'name' | 'role' | 'email'> & { readonly disabled: boolean };

/** The accounts as an administrator sees them. */
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
         ${INSTANT_TEXT('last_sign_in_at')} as "lastSignInAt"
       from staff_user order by disabled_at is not null, name, id`,
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
      const note = { userId: id, byId };
      if (name !== before.name) await noteChange(session, { ...note, what: 'renamed' });
      if (role !== before.role) await noteChange(session, { ...note, what: 'role', role });
      if (disabled !== before.disabled) await noteChange(session, { ...note, what: disabled ? 'disabled' : 'enabled' });
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
