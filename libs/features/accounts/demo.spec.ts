import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStaffDesk, type StaffDesk } from '#test/support/staff';
import type { Session } from '#contracts/session';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
});
afterAll(() => staff.close());

describe('the time of the desk', () => {
  it('stands where it stands on a desk that is no demo', async () => {
    expect((await staff.officer.post('/api/v1/demo/time', { by: 'P1D' })).status).toBe(404);
  });

  it('moves a day or a week on a demo desk', async () => {
    await staff.desk.database.query('update controller set demo = true');
    const today = async () =>
      Temporal.PlainDate.from(((await staff.officer.get('/api/v1/session')).body as Session).today);
    const before = await today();
    const moved = await staff.officer.post('/api/v1/demo/time', { by: 'P1W' });
    expect(moved.body).toMatchObject({ demo: true, today: before.add({ days: 7 }).toString() });
    await staff.officer.post('/api/v1/demo/time', { by: 'P1D' });
    expect((await today()).toString()).toBe(before.add({ days: 8 }).toString());
  });
});
