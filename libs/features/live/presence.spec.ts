import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Presence } from '#contracts/presence';
import { openStaffDesk, refusalOf, type Staff, type StaffDesk } from '#test/support/staff';
import { register } from '#test/support/staff-request';

let staff: StaffDesk;
let reference: string;
let address: string;
beforeAll(async () => {
  staff = await openStaffDesk();
});
beforeEach(async () => {
  reference = await register(staff);
  address = `/api/v1/requests/${reference}/presence`;
});
afterAll(() => staff.close());

const others = async (by: Staff): Promise<Presence['others']> => {
  const answer = await by.post(address);
  expect(answer.status).toBe(200);
  return (answer.body as Presence).others;
};

const letPass = (seconds: number) =>
  staff.desk.database.query(`update presence set seen_at = seen_at - make_interval(secs => $1)`, [seconds]);

describe('who has a request open', () => {
  it('is told to the others by name and since when, and to nobody of themselves', async () => {
    expect(await others(staff.officer)).toEqual([]);
    const [seen] = await others(staff.approver);
    expect(seen).toEqual({ id: staff.officer.id, name: 'Testi officer', since: expect.stringMatching(/Z$/) });
    expect(await others(staff.officer)).toMatchObject([{ id: staff.approver.id }]);
  });

  it('is since they came, however often their page says so', async () => {
    await others(staff.officer);
    const [first] = await others(staff.approver);
    await letPass(15);
    await others(staff.officer);
    expect(await others(staff.approver)).toEqual([first]);
  });

  it('ends half a minute after their page said so last, and begins anew when they come back', async () => {
    await others(staff.officer);
    const [first] = await others(staff.approver);
    await letPass(31);
    expect(await others(staff.approver)).toEqual([]);
    await others(staff.officer);
    const [again] = await others(staff.approver);
    expect(again?.since).not.toBe(first?.since);
  });

  it('ends at once when they close it', async () => {
    await others(staff.officer);
    expect((await staff.officer.delete(address)).status).toBe(204);
    expect(await others(staff.approver)).toEqual([]);
  });

  it('leaves no trace: not in the ledger, and after a while not in its table', async () => {
    await others(staff.officer);
    await letPass(200);
    await others(staff.approver);
    const left = await staff.desk.database.query<{ user_id: string }>('select user_id from presence');
    expect(left.map(({ user_id }) => user_id)).toEqual([staff.approver.id]);
    expect((await staff.officer.page(reference)).timeline.map(({ type }) => type)).not.toContain('documentRead');
  });

  it('is not told to administrators, who cannot open requests, and not of requests that do not exist', async () => {
    expect((await staff.administrator.post(address)).status).toBe(403);
    expect(refusalOf(await staff.officer.post('/api/v1/requests/00000-00000/presence'))).toEqual({
      status: 404,
      code: 'not-found',
    });
  });
});
