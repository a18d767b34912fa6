import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UNATTENDED_HEADER } from '#contracts/unattended-header';
import { openStaffDesk, type StaffDesk } from '#test/support/staff';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
});
afterAll(() => staff.close());

const PASSWORD = 'aurinko paistaa taas';

const colleague = () => staff.signIn('officer', `colleague-${crypto.randomUUID()}`);

/** Lets real time go by for the sessions of somebody. */
const letPass = (userId: string, { idle, signedIn }: { idle: string; signedIn: string }) =>
  staff.desk.database.query(
    `update staff_session set seen_at = seen_at - $2::interval, expires_at = expires_at - $3::interval where user_id = $1`,
    [userId, idle, signedIn],
  );

const statusOf = async ({ get }: { get: StaffDesk['officer']['get'] }) => (await get('/api/v1/session')).status;

describe('a session', () => {
  it('lives as long as somebody is there, and ends half an hour after they left', async () => {
    const somebody = await colleague();
    await letPass(somebody.id, { idle: '29 minutes', signedIn: '29 minutes' });
    expect(await statusOf(somebody)).toBe(200);
    await letPass(somebody.id, { idle: '29 minutes', signedIn: '29 minutes' });
    expect(await statusOf(somebody)).toBe(200);
    await letPass(somebody.id, { idle: '31 minutes', signedIn: '31 minutes' });
    expect(await statusOf(somebody)).toBe(401);
  });

  it('is not prolonged by what a page asks by itself while nobody is there', async () => {
    const somebody = await colleague();
    const ask = () => somebody.get('/api/v1/session').set(UNATTENDED_HEADER, '1');
    await letPass(somebody.id, { idle: '29 minutes', signedIn: '29 minutes' });
    expect((await ask()).status).toBe(200);
    await letPass(somebody.id, { idle: '2 minutes', signedIn: '2 minutes' });
    expect((await ask()).status).toBe(401);
  });

  it('ends after ten hours, however busy they were', async () => {
    const somebody = await colleague();
    await letPass(somebody.id, { idle: '1 minute', signedIn: '9 hours 59 minutes' });
    expect(await statusOf(somebody)).toBe(200);
    await letPass(somebody.id, { idle: '1 minute', signedIn: '2 minutes' });
    expect(await statusOf(somebody)).toBe(401);
  });

  it('lives in real time, not in the time of the desk', async () => {
    const somebody = await colleague();
    await staff.desk.time.advance(Temporal.Duration.from('P40D'));
    expect(await statusOf(somebody)).toBe(200);
  });

  it('is gone when its person signs out, also for whoever kept the cookie', async () => {
    const somebody = await colleague();
    const answer = await somebody.delete('/api/v1/session');
    expect(answer.status).toBe(204);
    expect(answer.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(String(answer.headers['set-cookie'])).toMatch(/^sid=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect(await statusOf(somebody)).toBe(401);
  });

  it.each([
    ['they left', (email: string) => staff.accounts.disable(email)],
    ['their password is set anew', (email: string) => staff.accounts.setPassword(email, PASSWORD)],
    ['they are invited anew', (email: string) => staff.accounts.resetInvite(email)],
  ])('is gone when %s', async (_, change) => {
    const somebody = await colleague();
    await change(somebody.email);
    expect(await statusOf(somebody)).toBe(401);
  });

  it('follows a change of role at once', async () => {
    const somebody = await colleague();
    await staff.desk.database.query(`update staff_user set role = 'auditor' where id = $1`, [somebody.id]);
    expect((await somebody.post('/api/v1/requests', {})).status).toBe(403);
  });

  it.each(['', 'a', 'x'.repeat(43), 'null'])('is not opened by the token %j', async (token) => {
    expect(await statusOf(staff.browser(token))).toBe(401);
  });

  it('is swept from the database some time after it ran out', async () => {
    const somebody = await colleague();
    await letPass(somebody.id, { idle: '0', signedIn: '11 hours' });
    await colleague();
    const left = await staff.desk.database.query('select from staff_session where user_id = $1', [somebody.id]);
    expect(left).toHaveLength(0);
  });
});

describe('signing in', () => {
  it('never takes over a token that was in the browser before, and ends the session it opened', async () => {
    const before = await colleague();
    await staff.accounts.setPassword(before.email, PASSWORD);
    const planted = await staff.sessions.begin(before.id);
    const answer = await staff.browser(planted).post('/api/v1/session', { email: before.email, password: PASSWORD });
    expect(answer.status).toBe(200);
    expect(String(answer.headers['set-cookie'])).not.toContain(planted);
    expect(await statusOf(staff.browser(planted))).toBe(401);
  });

  it('with a token that is no session sets another one', async () => {
    const somebody = await colleague();
    await staff.accounts.setPassword(somebody.email, PASSWORD);
    const made = 'A'.repeat(43);
    const answer = await staff.browser(made).post('/api/v1/session', { email: somebody.email, password: PASSWORD });
    expect(String(answer.headers['set-cookie'])).not.toContain(made);
    expect(await statusOf(staff.browser(made))).toBe(401);
  });
});

describe('the language', () => {
  it('is each person’s own and stays', async () => {
    const somebody = await colleague();
    await somebody.post('/api/v1/session/language', { language: 'sv' });
    expect((await somebody.get('/api/v1/session')).body).toMatchObject({ user: { language: 'sv' } });
  });
});

describe('over https', () => {
  it('the cookie is bound to the host and travels encrypted only', async () => {
    const secure = await openStaffDesk('https://desk.example.org');
    try {
      const { email } = secure.officer;
      await secure.accounts.setPassword(email, PASSWORD);
      const answer = await secure.nobody.post('/api/v1/session', { email, password: PASSWORD });
      expect(String(answer.headers['set-cookie'])).toMatch(
        /^__Host-sid=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
      );
      expect(answer.headers['strict-transport-security']).toContain('max-age=31536000');
    } finally {
      await secure.close();
    }
  });
});
