import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { CONSOLE_URL, openStaffDesk, refusalOf, type StaffDesk } from '#test/support/staff';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
});
afterAll(() => staff.close());

const change = (headers: Record<string, string>) =>
  supertest(staff.server)
    .post('/api/v1/session/language')
    .set({ Cookie: `${staff.cookieName}=${staff.officer.token}`, 'Content-Type': 'application/json', ...headers })
    .send('{"language":"fi"}');

describe('a change', () => {
  it.each([
    [{ 'Sec-Fetch-Site': 'same-origin' }],
    [{ 'Sec-Fetch-Site': 'same-origin', Origin: CONSOLE_URL }],
    [{ Origin: CONSOLE_URL }],
  ])('from the console’s own pages is taken: %j', async (headers) => {
    expect((await change(headers)).status).toBe(200);
  });

  it.each([
    [{}],
    [{ 'Sec-Fetch-Site': 'cross-site' }],
    [{ 'Sec-Fetch-Site': 'same-site' }],
    [{ 'Sec-Fetch-Site': 'none' }],
    [{ 'Sec-Fetch-Site': 'cross-site', Origin: CONSOLE_URL }],
    [{ Origin: 'null' }],
    [{ Origin: 'http://localhost:3001' }],
    [{ Origin: 'https://localhost:3000' }],
    [{ Origin: `${CONSOLE_URL}.example.org` }],
    [{ Origin: '' }],
    [{ Referer: CONSOLE_URL }],
  ])('from anywhere else is refused: %j', async (headers) => {
    expect(refusalOf(await change(headers))).toEqual({ status: 403, code: 'cross-site' });
  });

  it('is never made by reading', async () => {
    const contents = () => staff.desk.database.query('select language, failed_attempts from staff_user order by id');
    const before = await contents();
    for (const path of ['session', 'session/first', 'session/language', 'requests', 'demo/time']) {
      await supertest(staff.server).get(`/api/v1/${path}`).set('Cookie', `${staff.cookieName}=${staff.officer.token}`);
    }
    expect(await contents()).toEqual(before);
  });
});

describe('signing in from another site', () => {
  it('is refused, so that nobody is signed in as somebody else unknowingly', async () => {
    const { status } = await supertest(staff.server)
      .post('/api/v1/session')
      .set({ Origin: 'https://elsewhere.example', 'Content-Type': 'application/json' })
      .send({ email: staff.officer.email, password: 'whatever it may be' });
    expect(status).toBe(403);
  });
});

describe('another origin', () => {
  it('is given no leave to read', async () => {
    const { headers } = await supertest(staff.server)
      .options('/api/v1/requests')
      .set({ Origin: 'https://elsewhere.example', 'Access-Control-Request-Method': 'GET' });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  });
});
