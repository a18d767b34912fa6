import { Injectable } from '@nestjs/common';
import { Database, type SqlSession } from '#persistence/database';
import { INSTANT_TEXT } from '#persistence/database-time';
import type { UserChangesPage } from '#contracts/settings-users';
import type { StaffRole } from '#domain/request/actor';

const PAGE = 20;

interface Note {
  readonly userId: string;
  readonly what: UserChangesPage['changes'][number]['what'];
  /** The role that somebody has from now on, where that is the change. */
  readonly role?: StaffRole;
  /** Null for whoever works at the terminal of the server. */
  readonly byId: string | null;
}

/** Writes down who changed what of an account, in the transaction that changes it. */
export const noteChange = async (session: SqlSession, { userId, what, role, byId }: Note): Promise<void> => {
  await session.query(
    'insert into staff_change (user_id, what, role, changed_by, changed_at) values ($1, $2, $3, $4, artikla.now())',
    [userId, what, role ?? null, byId],
  );
};

/** Who changed which account, how and when. It stays for good. */
@Injectable()
export class StaffChanges {
  constructor(private readonly database: Database) {}

  /** The newest before the change with this id, which is where a page ended; null begins with the newest of all. */
  async page(before: string | null): Promise<UserChangesPage> {
    const found = await this.database.query<UserChangesPage['changes'][number]>(
      `select staff_change.id::text, ${INSTANT_TEXT('changed_at')} as at, what, staff_change.role,
         json_build_object('id', changed.id, 'name', changed.name) as "user",
         case when giver.id is not null then json_build_object('id', giver.id, 'name', giver.name) end as by
       from staff_change join staff_user changed on changed.id = user_id left join staff_user giver on giver.id = changed_by
       where $1::bigint is null or staff_change.id < $1 order by staff_change.id desc limit $2`,
      [before, PAGE + 1],
    );
    const changes = found.slice(0, PAGE);
    return { changes, next: found.length > PAGE ? (changes.at(-1)?.id ?? null) : null };
  }
}
