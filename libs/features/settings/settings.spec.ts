import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { organisationPage, type OrganisationPage, type OrganisationSettings } from '#contracts/settings-organisation';
import { recordPage, type RecordPage, type RecordSettings } from '#contracts/settings-record';
import { settingsOverview } from '#contracts/set-up';
import { openStaffDesk, refusalOf, type StaffDesk } from '#test/support/staff';

const ORGANISATION = '/api/v1/settings/organisation';
const RECORD = '/api/v1/settings/record';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
});
afterAll(() => staff.close());

const everywhere = (words: string) => ({ fi: words, sv: words, en: words });

const SAMPLE: OrganisationSettings = {
  name: 'Keksitty Esimerkki Oy',
  businessId: '0000000-0',
  address: { street: 'Keksitty katu 1', postalCode: '00000', city: 'Esimerkkilä' },
  phone: '+358 00 000 0000',
  email: 'info@esimerkki.example',
  website: 'https://esimerkki.example',
  country: 'FI',
  timeZone: 'Europe/Helsinki',
  languages: ['sv', 'fi'],
  dataProtectionOfficer: { title: everywhere('Tietosuojavastaava'), phone: '', email: 'dpo@esimerkki.example' },
  sender: 'desk@esimerkki.example',
  portalIntro: null,
  onTimeGoal: 95,
};

const organisation = async (): Promise<OrganisationPage> =>
  organisationPage.parse((await staff.officer.get(ORGANISATION)).body as unknown);

describe('the organisation', () => {
  it('that an administrator sets is the one that everything is told by, and who set it stays', async () => {
    const { version } = await organisation();
    const answer = await staff.administrator.put(ORGANISATION, SAMPLE, String(version));
    expect(answer.status).toBe(200);
    const page = await organisation();
    expect(page).toMatchObject({ version: version + 1, content: SAMPLE });
    expect(page.changes.map(({ by }) => by?.name ?? null)).toEqual(['Testi administrator', null]);
    const [row] = await staff.desk.database.query('select name, languages, sender, profile from controller');
    expect(row).toMatchObject({
      name: SAMPLE.name,
      languages: ['sv', 'fi'],
      sender: SAMPLE.sender,
      profile: { businessId: '0000000-0', dataProtectionOfficer: { email: 'dpo@esimerkki.example' } },
    });
    expect((await staff.officer.get('/api/v1/session')).body).toMatchObject({ organisation: SAMPLE.name });
  });

  it('is set back by writing an earlier version once more', async () => {
    const { version, changes } = await organisation();
    const put = (content: object, seen: number) => staff.administrator.put(ORGANISATION, content, String(seen));
    expect((await put({ ...SAMPLE, name: 'Toinen Esimerkki Oy' }, version)).status).toBe(200);
    expect((await put(changes[0]?.content ?? {}, version + 1)).status).toBe(200);
    expect((await organisation()).content.name).toBe(SAMPLE.name);
  });

  it('is not set over a change that its giver has not seen', async () => {
    const { version } = await organisation();
    const answer = await staff.administrator.put(ORGANISATION, SAMPLE, String(version - 1));
    expect(refusalOf(answer)).toEqual({ status: 412, code: 'version-outdated' });
    expect((await organisation()).version).toBe(version);
  });

  it('says what it was told in one language only in all of them', async () => {
    const { version } = await organisation();
    const portalIntro = { fi: '', sv: 'Välkommen', en: '' };
    await staff.administrator.put(ORGANISATION, { ...SAMPLE, portalIntro }, String(version));
    expect((await organisation()).content.portalIntro).toEqual(everywhere('Välkommen'));
  });

  it.each([
    ['a country without an authority on record', { country: 'XX' }, 'country'],
    ['a zone that there is not', { timeZone: 'Europe/Nowhere' }, 'timeZone'],
    ['no language', { languages: [] }, 'languages'],
    ['one language twice', { languages: ['fi', 'fi'] }, 'languages'],
    ['a sender that is no address', { sender: 'nobody' }, 'sender'],
    ['no name', { name: ' ' }, 'name'],
    ['something unknown', { regime: 'US' }, ''],
  ])('refuses %s', async (_what, wrong, path) => {
    const { version } = await organisation();
    const answer = await staff.administrator.put(ORGANISATION, { ...SAMPLE, ...wrong }, String(version));
    expect(refusalOf(answer)).toEqual({ status: 400, code: 'invalid-input' });
    expect((answer.body as { errors: { path: string }[] }).errors.map((error) => error.path)).toEqual([path]);
  });
});

const activity: RecordSettings['activities'][number] = {
  id: 'customers',
  name: everywhere('Asiakassuhde'),
  purposes: [everywhere('sopimuksen hoitaminen')],
  legalBasis: 'contract',
  legitimateInterest: null,
  dataSubjects: [everywhere('asiakkaat')],
  categories: [everywhere('nimi')],
  sources: [everywhere('asiakas')],
  recipients: [{ category: everywhere('laskutus'), names: ['Keksitty Laskutus Oy'] }],
  transfers: [],
  retention: { criteria: everywhere('kirjanpitolaki'), period: everywhere('6 vuotta') },
};

const FULL: RecordSettings = {
  activities: [activity],
  automatedDecisions: everywhere('Päätöksiä ei tehdä automaattisesti.'),
  protection: null,
  gaps: [],
};

const record = async (): Promise<RecordPage> => recordPage.parse((await staff.auditor.get(RECORD)).body as unknown);

const setRecord = async (changes: Partial<RecordSettings>) => {
  const { version } = await record();
  return staff.administrator.put(RECORD, { ...FULL, ...changes }, String(version));
};

describe('the record of processing', () => {
  it('that says everything has no gaps, and what letters read is it', async () => {
    expect((await setRecord({})).status).toBe(200);
    expect((await record()).content).toEqual(FULL);
    const [row] = await staff.desk.database.query<{ record: object }>(
      'select record_of_processing as record from controller',
    );
    expect(row?.record).toMatchObject({
      ...FULL,
      updatedOn: '2026-11-23',
      controller: { name: SAMPLE.name, businessId: SAMPLE.businessId },
    });
  });

  it.each<[string, Partial<typeof activity>, string]>([
    ['a recipient without a name', { recipients: [{ category: everywhere('laskutus'), names: [] }] }, 'recipients'],
    [
      'a transfer without a safeguard',
      { transfers: [{ description: everywhere('USA'), safeguard: null }] },
      'transfers',
    ],
  ])('notes %s by itself as a gap, which keeps letters from being approved', async (_what, wrong, field) => {
    await setRecord({ activities: [{ ...activity, ...wrong }] });
    expect((await record()).content.gaps.map((gap) => gap.field)).toEqual([field]);
  });

  it('keeps a gap that somebody noted until somebody takes it away', async () => {
    const gaps = [{ field: 'legalBasis' as const, why: everywhere('Sopimus puuttuu.') }];
    await setRecord({ gaps });
    expect((await record()).content.gaps).toEqual(gaps);
    await setRecord({});
    expect((await record()).content.gaps).toEqual([]);
  });

  it('holds more than other calls may', async () => {
    const many = Array.from({ length: 60 }, (_, index) => ({ ...activity, id: `activity-${index}` }));
    const long = many.map((one) => ({ ...one, purposes: [everywhere('x'.repeat(500))] }));
    expect(JSON.stringify(long).length).toBeGreaterThan(64 * 1024);
    expect((await setRecord({ activities: long })).status).toBe(200);
    await setRecord({});
  });

  it('refuses one id twice', async () => {
    const answer = await setRecord({ activities: [activity, activity] });
    expect(refusalOf(answer)).toEqual({ status: 400, code: 'invalid-input' });
  });
});

describe('the settings at a glance', () => {
  it('say of each page what is missing and when it was changed', async () => {
    const { pages, settingUp } = settingsOverview.parse((await staff.officer.get('/api/v1/settings')).body as unknown);
    expect(Object.fromEntries(pages.map(({ page, missing }) => [page, missing]))).toEqual({
      organisation: [],
      record: [],
      registers: [],
      letters: [],
      'time-limits': [],
      users: [],
    });
    expect(pages.find(({ page }) => page === 'record')?.changedAt).toContain('2026-11-23T10:');
    expect(settingUp).toBe(false);
  });
});

describe('every version', () => {
  it('of a setting stays: nothing can be changed or removed', async () => {
    for (const sql of ['update setting_version set version = 9', 'delete from setting_version']) {
      await expect(staff.desk.database.query(sql)).rejects.toThrow('append-only');
    }
  });
});
