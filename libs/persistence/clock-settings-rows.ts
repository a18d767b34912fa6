import { withDefaults, type ClockSettings, type StoredClockSettings } from '#domain/clock-settings';
import { INSTANT_TEXT } from './database-time.js';
import type { SqlSession } from './database.js';

/** One change of the organisation's settings. */
export interface SettingsChange {
  readonly version: number;
  /** UTC. */
  readonly at: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly settings: ClockSettings;
}

/**
 * Writes the settings as the version after `seen`, which must be the newest one; 0 is that which nobody has touched.
 * False when somebody else has changed them since. What was set before stays: the table is its own audit log.
 */
export const changeClockSettings = async (
  session: SqlSession,
  controllerId: string,
  seen: number,
  settings: ClockSettings,
  staffId: string,
): Promise<boolean> => {
  const written = await session.query(
    `insert into clock_settings (controller_id, version, settings, changed_by, changed_at)
     select $1, $2::int + 1, $3, $4, artikla.now()
     where $2 = (select coalesce(max(version), 0) from clock_settings where controller_id = $1)
     on conflict do nothing returning version`,
    [controllerId, seen, JSON.stringify(settings), staffId],
  );
  return written.length > 0;
};

/** The last so many changes, newest first. */
export const listClockSettings = async (
  session: SqlSession,
  controllerId: string,
  limit: number,
): Promise<SettingsChange[]> => {
  const rows = await session.query<Omit<SettingsChange, 'settings'> & { settings: StoredClockSettings }>(
    `select version, ${INSTANT_TEXT('changed_at')} as at, json_build_object('id', staff_user.id, 'name', name) as by, settings
     from clock_settings join staff_user on staff_user.id = changed_by
     where controller_id = $1 order by version desc limit $2`,
    [controllerId, limit],
  );
  return rows.map((row) => ({ ...row, settings: withDefaults(row.settings) }));
};
