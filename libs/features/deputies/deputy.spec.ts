import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Deputies } from '#contracts/deputies';
import type { QueuePage } from '#contracts/queue';
import { absentColleagues } from '#persistence/deputy-rows';
import { openStaffDesk, refusalOf, TODAY, type Staff, type StaffDesk } from '#test/support/staff';
import { asDesk, register, toResponse } from '#test/support/staff-request';

const ADDRESS = '/api/v1/me/deputy';
const TODAY_TEXT = TODAY.toString();
const TOMORROW = TODAY.add({ days: 1 }).toString();
const YESTERDAY = TODAY.subtract({ days: 1 }).toString();

let staff: StaffDesk;
let absent: Staff;
let deputy: Staff;
beforeAll(async () => {
  staff = await openStaffDesk();
});
beforeEach(async () => {
  absent = await staff.signIn('approver', `absent-${crypto.randomUUID()}`);
  deputy = await staff.signIn('approver', `deputy-${crypto.randomUUID()}`);
});
afterAll(() => staff.close());

const name = (from: string, to: string, by = absent, whom = deputy.id) => by.put(ADDRESS, { deputy: whom, from, to });

const mine = async (by: Staff): Promise<QueuePage> => (await by.get('/api/v1/requests?view=mine')).body as QueuePage;

const assigned = async (to: Staff): Promise<string> => {
  const reference = await register(staff);
  await staff.officer.give(reference, { type: 'assign', assignee: to.id });
  return reference;
};

const standsInFor = (day: string) => absentColleagues(staff.desk.database, deputy.id, day);

describe('a deputy', () => {
  it('is told to both, with the days', async () => {
    const { body } = (await name(TODAY_TEXT, TOMORROW)) as { readonly body: unknown };
    expect(body).toEqual({
      own: { deputy: { id: deputy.id, name: expect.stringContaining('deputy') }, from: TODAY_TEXT, to: TOMORROW },
      forOthers: [],
    } satisfies Record<keyof Deputies, unknown>);
    expect((await deputy.get(ADDRESS)).body).toMatchObject({
      own: null,
      forOthers: [{ absent: { id: absent.id }, from: TODAY_TEXT, to: TOMORROW }],
    });
  });

  it('finds the requests of the absent one among their own, in the list and in its count', async () => {
    const reference = await assigned(absent);
    const own = await assigned(deputy);
    expect((await mine(deputy)).counts.mine).toBe(1);
    await name(TODAY_TEXT, TOMORROW);
    const page = await mine(deputy);
    expect(page.rows.map((row) => row.reference).toSorted()).toEqual([reference, own].toSorted());
    expect([page.counts.mine, page.total]).toEqual([2, 2]);
    expect((await mine(absent)).total).toBe(1);
  });

  it('stands in from the first day to the last, both included', async () => {
    const after = TODAY.add({ days: 2 }).toString();
    await name(TODAY_TEXT, TOMORROW);
    expect(await standsInFor(YESTERDAY)).toEqual([]);
    expect(await standsInFor(TODAY_TEXT)).toEqual([absent.id]);
    expect(await standsInFor(TOMORROW)).toEqual([absent.id]);
    expect(await standsInFor(after)).toEqual([]);
  });

  it('ends when the absent one says so or names another, and every naming stays on record', async () => {
    await name(TODAY_TEXT, TOMORROW);
    await name(TODAY_TEXT, TOMORROW, absent, staff.officer.id);
    expect(await standsInFor(TODAY_TEXT)).toEqual([]);
    await name(TODAY_TEXT, TOMORROW);
    expect((await absent.delete(ADDRESS)).body).toMatchObject({ own: null });
    expect(await standsInFor(TODAY_TEXT)).toEqual([]);
    const record = await staff.desk.database.query<{ deputy_id: string | null; named_by: string }>(
      'select deputy_id, named_by from deputy_naming where absent_id = $1 order by version',
      [absent.id],
    );
    expect(record.map((row) => row.deputy_id)).toEqual([deputy.id, staff.officer.id, deputy.id, null]);
    expect(new Set(record.map((row) => row.named_by))).toEqual(new Set([absent.id]));
    await expect(staff.desk.database.query('delete from deputy_naming')).rejects.toThrow('append-only');
  });

  it('may not approve what they decided themselves, also not for the one they stand in for', async () => {
    const reference = await register(staff);
    await toResponse(staff, reference);
    await name(TODAY_TEXT, TOMORROW);
    const words = '';
    await deputy.give(reference, { type: 'decideRight', right: 'access', outcome: 'granted', grounds: [], words });
    await asDesk(staff, reference, { type: 'recordPackage', right: 'access', documents: 1, manifest: '' });
    expect((await deputy.give(reference, { type: 'approveRight', right: 'access' })).status).toBe(409);
    expect((await absent.give(reference, { type: 'approveRight', right: 'access' })).status).toBe(200);
  });

  it('gets no more rights than they have: an officer for an approver does not approve', async () => {
    const reference = await register(staff);
    await toResponse(staff, reference);
    await name(TODAY_TEXT, TOMORROW, absent, staff.officer.id);
    const words = '';
    await deputy.give(reference, { type: 'decideRight', right: 'access', outcome: 'granted', grounds: [], words });
    await asDesk(staff, reference, { type: 'recordPackage', right: 'access', documents: 1, manifest: '' });
    expect((await staff.officer.give(reference, { type: 'approveRight', right: 'access' })).status).toBe(409);
    await absent.delete(ADDRESS);
  });

  it.each([
    ['oneself', () => name(TODAY_TEXT, TOMORROW, absent, absent.id)],
    ['an auditor, who handles nothing', () => name(TODAY_TEXT, TOMORROW, absent, staff.auditor.id)],
    ['nobody', () => name(TODAY_TEXT, TOMORROW, absent, crypto.randomUUID())],
    ['somebody for days that are over', () => name(YESTERDAY, YESTERDAY)],
    ['somebody up to a day before the first', () => name(TOMORROW, TODAY_TEXT)],
  ])('cannot be %s', async (_, naming) => {
    expect(refusalOf(await naming())).toEqual({ status: 400, code: 'invalid-input' });
  });
});
