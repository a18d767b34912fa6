import { Controller } from '@nestjs/common';
import type { SettingPage, SettingsOverview } from '#contracts/set-up';
import { Allow } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { STAFF_ROLES } from '#domain/request/actor';
import { Database } from '#persistence/database';
import { INSTANT_TEXT } from '#persistence/database-time';
import { MissingSettings } from './missing-settings.js';
import { SetUpRows } from './set-up-rows.js';

/** The page on which the parts of a setting stand: `register/billing` on that of the registers. */
const PAGES: Readonly<Record<string, SettingPage>> = {
  organisation: 'organisation',
  record: 'record',
  register: 'registers',
  letter: 'letters',
};

/** The settings at a glance. */
@Controller()
export class OverviewController {
  constructor(
    private readonly database: Database,
    private readonly missing: MissingSettings,
    private readonly setUps: SetUpRows,
  ) {}

  @StaffRoute('settings')
  @Allow(...STAFF_ROLES)
  async read(): Promise<SettingsOverview> {
    const [{ organisation, record }, registers, users, changed, setUp] = await Promise.all([
      this.missing.organisationAndRecord(),
      this.missing.registers(),
      this.missing.users(),
      this.#changed(),
      this.setUps.read(),
    ]);
    const pages = { organisation, record, registers, letters: [], 'time-limits': [], users };
    return {
      pages: Object.entries(pages).map(([page, missing]) => ({
        page: page as SettingPage,
        missing,
        changedAt: changed.get(page) ?? null,
      })),
      settingUp: setUp !== null && !setUp.finished,
    };
  }

  async #changed(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.database.query<{ part: string; at: string }>(
      `select split_part(part, '/', 1) as part, ${INSTANT_TEXT('max(changed_at)')} as at from setting_version
       where version > 0 group by 1
       union all select 'time-limits', ${INSTANT_TEXT('max(changed_at)')} from clock_settings having count(*) > 0
       union all select 'users', ${INSTANT_TEXT('max(changed_at)')} from staff_change having count(*) > 0`,
    );
    return new Map(rows.map(({ part, at }) => [PAGES[part] ?? part, at]));
  }
}
