import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clockSettingsPage, type ClockSettingsPage } from '#contracts/clock-settings';
import { DEFAULT_CLOCK_SETTINGS } from '#domain/clock-settings';
import { openStaffDesk, refusalOf, type StaffDesk } from '#test/support/staff';

const ADDRESS = '/api/v1/settings/clock';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
});
afterAll(() => staff.close());

const read = async (): Promise<ClockSettingsPage> =>
  clockSettingsPage.parse((await staff.auditor.get(ADDRESS)).body as unknown);

const { internalTargets, reminders } = DEFAULT_CLOCK_SETTINGS;

const faultsOf = (body: unknown): readonly string[] =>
  (body as { errors?: { path: string }[] }).errors?.map(({ path }) => path) ?? [];

describe('the settings of the clock', () => {
  it('are those of the desk while nobody has changed them', async () => {
    expect(await read()).toEqual({ version: 0, settings: DEFAULT_CLOCK_SETTINGS, policies: ['strict'], changes: [] });
  });

  it('that an administrator sets hold, and tell who set what before', async () => {
    const first = { ...DEFAULT_CLOCK_SETTINGS, internalTargets: { share: 0.4, workingDays: { erasure: 10 } } };
    const second = { ...first, reminders: { ...reminders, workingDaysBeforeDue: [5], off: ['digest'] } };
    const { version } = await read();
    expect((await staff.administrator.put(ADDRESS, first, String(version))).status).toBe(200);
    const answer = await staff.administrator.put(ADDRESS, second, `"${version + 1}"`);
    expect(answer.status).toBe(200);
    const page = clockSettingsPage.parse(answer.body as unknown);
    expect(page).toEqual(await read());
    expect(page).toMatchObject({ version: version + 2, settings: second });
    expect(page.changes.map(({ settings, by }) => [settings, by.name])).toEqual([
      [second, 'Testi administrator'],
      [first, 'Testi administrator'],
    ]);
  });

  it('are not set over a change that their giver has not seen', async () => {
    const { version } = await read();
    for (const seen of [version - 1, version + 1]) {
      const answer = await staff.administrator.put(ADDRESS, DEFAULT_CLOCK_SETTINGS, String(seen));
      expect(refusalOf(answer)).toEqual({ status: 412, code: 'version-outdated' });
    }
  });

  it('are set once by two who saw the same', async () => {
    const { version } = await read();
    const put = () => staff.administrator.put(ADDRESS, DEFAULT_CLOCK_SETTINGS, String(version));
    const statuses = (await Promise.all([put(), put(), put()])).map(({ status }) => status);
    expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 412, 412]);
  });

  it.each([
    ['no share of the time', { internalTargets: { ...internalTargets, share: 0 } }, 'internalTargets.share'],
    ['more than the statutory time', { internalTargets: { ...internalTargets, share: 1.5 } }, 'internalTargets.share'],
    [
      'a right that nobody has',
      { internalTargets: { ...internalTargets, workingDays: { silence: 3 } } },
      'internalTargets.workingDays',
    ],
    [
      'half a working day',
      { internalTargets: { ...internalTargets, workingDays: { access: 0.5 } } },
      'internalTargets.workingDays.access',
    ],
    ['a policy of another country', { holidayPolicy: 'fi-150-1930' }, 'holidayPolicy'],
    [
      'no reminder before the date',
      { reminders: { ...reminders, workingDaysBeforeDue: [] } },
      'reminders.workingDaysBeforeDue',
    ],
    [
      'one reminder twice',
      { reminders: { ...reminders, workingDaysBeforeDue: [3, 3] } },
      'reminders.workingDaysBeforeDue',
    ],
    ['a reminder of the law that is off', { reminders: { ...reminders, off: ['overdue'] } }, 'reminders.off.0'],
    ['an hour that no day has', { reminders: { ...reminders, reminderHour: 24 } }, 'reminders.reminderHour'],
    ['something unknown', { statutoryDays: 60 }, ''],
  ])('refuse %s, and say where the fault is', async (_what, wrong, path) => {
    const { version } = await read();
    const answer = await staff.administrator.put(ADDRESS, { ...DEFAULT_CLOCK_SETTINGS, ...wrong }, String(version));
    expect(refusalOf(answer)).toEqual({ status: 400, code: 'invalid-input' });
    expect(faultsOf(answer.body)).toEqual([path]);
    expect((await read()).version).toBe(version);
  });

  it('keep every version: nothing of them can be changed or removed', async () => {
    for (const sql of [
      'update clock_settings set version = 9',
      'delete from clock_settings',
      'truncate clock_settings',
    ]) {
      await expect(staff.desk.database.query(sql)).rejects.toThrow('append-only');
    }
  });
});
