import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeskPreferences } from '#contracts/desk-preferences';
import type { QueuePage } from '#contracts/queue';
import type { QueueSelection } from '#contracts/queue-bulk';
import type { QueueLoad } from '#contracts/queue-load';
import type { SavedView, SavedViews } from '#contracts/saved-views';
import { openStaffDesk, refusalOf, TODAY, type Staff, type StaffDesk } from '#test/support/staff';
import { register } from '#test/support/staff-request';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
  const mine = await register(staff, { rights: ['erasure'] });
  await staff.officer.give(mine, { type: 'assign', assignee: staff.officer.id });
  await register(staff);
  await register(staff, { receivedOn: TODAY.subtract({ days: 40 }).toString(), words: 'Viipyi postissa.' });
});
afterAll(() => staff.close());

const VIEWS = '/api/v1/queue/views';
const MINE = { name: 'Omat poistot', shared: false, query: 'handler=me&right=erasure&sort=-received' };

const listed = async (reader: Pick<Staff, 'get'>): Promise<SavedView[]> =>
  ((await reader.get(VIEWS)).body as SavedViews).views;

const newId = () => crypto.randomUUID();

describe('a saved view', () => {
  it('is its maker’s own, with the count of what is in it', async () => {
    const id = newId();
    const answer = await staff.officer.put(`${VIEWS}/${id}`, MINE);
    expect(answer.status).toBe(200);
    const view = (await listed(staff.officer)).find((one) => one.id === id);
    expect(view).toEqual({ ...MINE, id, own: true, by: { id: staff.officer.id, name: 'Testi officer' }, count: 1 });
    expect((await listed(staff.approver)).map((one) => one.id)).not.toContain(id);
  });

  it('that is shared is seen by everyone, counted for whoever reads, and changed by its maker only', async () => {
    const id = newId();
    await staff.officer.put(`${VIEWS}/${id}`, { ...MINE, shared: true });
    const seen = (await listed(staff.approver)).find((one) => one.id === id);
    expect(seen).toMatchObject({ own: false, count: 0, by: { name: 'Testi officer' } });
    const renamed = await staff.approver.put(`${VIEWS}/${id}`, { ...MINE, name: 'Toinen' });
    expect(refusalOf(renamed)).toEqual({ status: 403, code: 'not-yours' });
    expect(refusalOf(await staff.approver.delete(`${VIEWS}/${id}`))).toEqual({ status: 403, code: 'not-yours' });
    expect((await listed(staff.officer)).find((one) => one.id === id)?.name).toBe(MINE.name);
  });

  it('is renamed, removed, and back again under its id', async () => {
    const id = newId();
    await staff.approver.put(`${VIEWS}/${id}`, MINE);
    await staff.approver.put(`${VIEWS}/${id}`, { ...MINE, name: 'Poistot' });
    expect((await listed(staff.approver)).map(({ name }) => name)).toEqual(['Omat poistot', 'Poistot']);
    expect((await staff.approver.delete(`${VIEWS}/${id}`)).status).toBe(204);
    expect((await staff.approver.delete(`${VIEWS}/${id}`)).status).toBe(204);
    expect((await listed(staff.approver)).map(({ name }) => name)).toEqual(['Omat poistot']);
    await staff.approver.put(`${VIEWS}/${id}`, { ...MINE, name: 'Poistot' });
    expect((await listed(staff.approver)).map(({ id: one }) => one)).toContain(id);
  });

  it.each(['text=Aino', 'right=nonsense', 'view=mine&cursor=x', 'nonsense'])(
    'keeps no query %s: neither words nor what the worklist does not know',
    async (query) => {
      const answer = await staff.officer.put(`${VIEWS}/${newId()}`, { ...MINE, query });
      expect(refusalOf(answer)).toEqual({ status: 400, code: 'invalid-input' });
    },
  );

  it('has an id of the usual form', async () => {
    expect(refusalOf(await staff.officer.put(`${VIEWS}/1`, MINE))).toEqual({ status: 400, code: 'invalid-input' });
  });

  it('has its name sealed in the database', async () => {
    await staff.officer.put(`${VIEWS}/${newId()}`, { ...MINE, name: 'Virtasen asiat' });
    const rows = await staff.desk.database.query('select row_to_json(saved_view)::text as row from saved_view');
    expect(JSON.stringify(rows)).not.toContain('Virtasen');
  });

  it('is one too many after thirty', async () => {
    const made = await Promise.all(Array.from({ length: 30 }, () => staff.auditor.put(`${VIEWS}/${newId()}`, MINE)));
    expect(new Set(made.map(({ status }) => status))).toEqual(new Set([200]));
    const answer = await staff.auditor.put(`${VIEWS}/${newId()}`, MINE);
    expect(refusalOf(answer)).toEqual({ status: 409, code: 'too-many-views' });
  });
});

describe('preferences', () => {
  const ADDRESS = '/api/v1/me/preferences';
  const WANTED: DeskPreferences = { density: 'compact', columns: ['requester', 'language', 'deadline'] };

  it('are the usual ones until somebody sets their own, which nobody else has', async () => {
    const usual = (await staff.officer.get(ADDRESS)).body as DeskPreferences;
    expect(usual).toMatchObject({ density: 'comfortable' });
    await staff.officer.put(ADDRESS, WANTED);
    await staff.officer.put(ADDRESS, WANTED);
    expect((await staff.officer.get(ADDRESS)).body).toEqual(WANTED);
    expect((await staff.approver.get(ADDRESS)).body).toEqual(usual);
  });

  it.each([['deadline'], ['requester', 'requester'], ['requester', 'nonsense']])(
    'never show %s, %s',
    async (...columns) => {
      const answer = await staff.officer.put(ADDRESS, { ...WANTED, columns });
      expect(refusalOf(answer)).toEqual({ status: 400, code: 'invalid-input' });
    },
  );

  it('that another version wrote are the usual ones', async () => {
    await staff.auditor.put(ADDRESS, WANTED);
    await staff.desk.database.query(`update staff_preference set preferences = '{"future": 1}' where user_id = $1`, [
      staff.auditor.id,
    ]);
    expect((await staff.auditor.get(ADDRESS)).body).toMatchObject({ density: 'comfortable' });
  });
});

describe('the load of the coming weeks', () => {
  const load = async (query = ''): Promise<QueueLoad> =>
    (await staff.officer.get(`/api/v1/queue/load${query}`)).body as QueueLoad;

  it('counts what is due on each of 35 days from today, and what is late', async () => {
    const { days, overdue, paused } = await load();
    expect(days).toHaveLength(35);
    expect(days[0]?.date).toBe(TODAY.toString());
    expect(days.filter(({ due }) => due > 0)).toEqual([expect.objectContaining({ date: '2026-12-23', due: 2 })]);
    expect({ overdue, paused }).toEqual({ overdue: 1, paused: 0 });
  });

  it('can be one’s own', async () => {
    const { days, overdue } = await load('?of=me');
    expect(days.reduce((sum, { due }) => sum + due, 0)).toBe(1);
    expect(overdue).toBe(0);
  });

  it('names holidays and tells weekends from working days', async () => {
    const { days } = await load();
    const on = (date: string) => days.find((day) => day.date === date);
    expect(on('2026-12-06')).toMatchObject({
      working: false,
      holiday: { en: expect.stringContaining('Independence') },
    });
    expect(on('2026-11-28')).toMatchObject({ working: false, holiday: null });
    expect(on('2026-11-30')).toMatchObject({ working: true, holiday: null });
  });
});

describe('whoever stands in for a colleague', () => {
  it('has the same rows in the list, its saved view, its file, its choice and its load', async () => {
    const absent = await staff.signIn('officer', 'absent');
    const deputy = await staff.signIn('officer', 'deputy');
    const reference = await register(staff, { rights: ['restriction'] });
    await staff.officer.give(reference, { type: 'assign', assignee: absent.id });
    const day = TODAY.toString();
    await absent.put('/api/v1/me/deputy', { deputy: deputy.id, from: day, to: day });
    await deputy.put(`${VIEWS}/${newId()}`, { name: 'Omat', shared: false, query: 'view=mine' });
    const [list, file, choice, load] = [
      await deputy.get('/api/v1/requests?view=mine'),
      await deputy.post('/api/v1/queue/export', { view: 'mine' }).buffer(true),
      await deputy.post('/api/v1/queue/selection', { view: 'mine' }),
      await deputy.get('/api/v1/queue/load?of=me'),
    ];
    expect((list.body as QueuePage).rows.map((row) => row.reference)).toEqual([reference]);
    expect((await listed(deputy)).find(({ name }) => name === 'Omat')?.count).toBe(1);
    expect(file.text.trimEnd().split('\r\n').slice(1)).toEqual([expect.stringContaining(reference)]);
    expect((choice.body as QueueSelection).chosen.map((one) => one.reference)).toEqual([reference]);
    expect((load.body as QueueLoad).days.reduce((sum, { due }) => sum + due, 0)).toBe(1);
  });
});
