import { INSTANT_TEXT } from './database-time.js';
import type { SqlSession } from './database.js';

/** One version of a part of the settings. */
export interface SettingVersion<Content> {
  readonly version: number;
  /** UTC. */
  readonly at: string;
  /** Null for how it was before anybody changed it. */
  readonly by: { readonly id: string; readonly name: string } | null;
  readonly content: Content;
}

/** The last so many versions of a part, newest first; none while nobody has changed it. */
export const listSettingVersions = <Content>(
  session: SqlSession,
  controllerId: string,
  part: string,
  limit: number,
): Promise<SettingVersion<Content>[]> =>
  session.query(
    `select version, ${INSTANT_TEXT('changed_at')} as at, content,
       case when staff_user.id is not null then json_build_object('id', staff_user.id, 'name', name) end as by
     from setting_version left join staff_user on staff_user.id = changed_by
     where controller_id = $1 and part = $2 order by version desc limit $3`,
    [controllerId, part, limit],
  );

export interface SettingChange<Content> {
  readonly controllerId: string;
  readonly part: string;
  /** The version that was looked at; 0 while nobody has changed the part. */
  readonly seen: number;
  /** How the part was before its first change. */
  readonly before: Content;
  readonly after: Content;
  readonly staffId: string;
}

/**
 * Writes a part as the version after `seen`, which must be the newest one. False when somebody else has changed it since.
 * The first change also keeps how it was before, so that it can be set back.
 */
export const writeSettingVersion = async <Content extends object>(
  session: SqlSession,
  { controllerId, part, seen, before, after, staffId }: SettingChange<Content>,
): Promise<boolean> => {
  if (seen === 0) {
    await session.query(
      `insert into setting_version (controller_id, part, version, content, changed_at)
       values ($1, $2, 0, $3, artikla.now()) on conflict do nothing`,
      [controllerId, part, JSON.stringify(before)],
    );
  }
  const written = await session.query(
    `insert into setting_version (controller_id, part, version, content, changed_by, changed_at)
     select $1, $2, $3::int + 1, $4, $5, artikla.now()
     where $3 = (select max(version) from setting_version where controller_id = $1 and part = $2)
     on conflict do nothing returning version`,
    [controllerId, part, seen, JSON.stringify(after), staffId],
  );
  return written.length > 0;
};
