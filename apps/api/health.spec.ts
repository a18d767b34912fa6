import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStaffDesk, type StaffDesk } from '#test/support/staff';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
});
afterAll(() => staff.close());

describe('the process', () => {
  it('is alive and ready once its database has the newest schema', async () => {
    expect((await staff.nobody.get('/health/live')).body).toEqual({ status: 'ok' });
    expect((await staff.nobody.get('/health/ready')).body).toEqual({ status: 'ok' });
  });

  it('is alive but not ready while migrations wait, and says so without telling which', async () => {
    await staff.desk.database.query('delete from mikro_orm_migrations');
    expect((await staff.nobody.get('/health/live')).status).toBe(200);
    const answer = await staff.nobody.get('/health/ready');
    expect(answer.status).toBe(503);
    expect(answer.body).toEqual({
      type: 'about:blank',
      title: 'Service Unavailable',
      status: 503,
      code: 'not-ready',
      errors: [{ path: 'schema', message: expect.stringMatching(/^\d+ changes of the schema are missing; start one/) }],
    });
  });
});
