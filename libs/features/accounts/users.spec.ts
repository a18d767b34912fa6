import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { invitation, userChangesPage, usersPage, type UserRow } from '#contracts/settings-users';
import { openStaffDesk, refusalOf, type StaffDesk } from '#test/support/staff';
import type { MailTransport, OutgoingMail } from '#letters/mail-transport';

const USERS = '/api/v1/settings/users';

const mails: OutgoingMail[] = [];
const transport: MailTransport = {
  send: async (mail, mark) => {
    await mark();
    mails.push(mail);
    return { accepted: true, response: '250' };
  },
};

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk(undefined, undefined, transport);
});
afterAll(() => staff.close());

const users = async (): Promise<UserRow[]> =>
  usersPage.parse((await staff.administrator.get(USERS)).body as unknown).users;

const find = async (email: string): Promise<UserRow> => {
  const found = (await users()).find((user) => user.email === email);
  if (found === undefined) throw new Error('no such user');
  return found;
};

const change = async (email: string, changes: Partial<Record<'name' | 'role' | 'disabled', unknown>>) => {
  const { id, name, role, state } = await find(email);
  return staff.administrator.put(`${USERS}/${id}`, { name, role, disabled: state === 'disabled', ...changes });
};

const NEW = { email: 'uusi@example.com', name: 'Uusi Testi', role: 'officer', language: 'sv' } as const;

describe('an account', () => {
  it('is opened with a link that is mailed and told once, and can be used once', async () => {
    const answer = await staff.administrator.post(USERS, NEW);
    const { link, mailed } = invitation.parse(answer.body as unknown);
    expect(mailed).toBe('accepted');
    const mail = mails.at(-1);
    expect(mail).toMatchObject({
      to: { address: NEW.email },
      language: 'sv',
      subject: expect.stringContaining('Artikla'),
    });
    expect(mail?.text).toContain(link);
    expect((await staff.administrator.get(USERS)).text).not.toContain(link.split('token=')[1]);
    expect(await find(NEW.email)).toMatchObject({ state: 'invited', lastSignInAt: null });
    const first = { token: link.split('token=')[1], password: 'pitkä ja oma salasana' };
    expect((await staff.nobody.post('/api/v1/session/first', first)).status).toBe(200);
    expect((await staff.nobody.post('/api/v1/session/first', first)).status).toBe(400);
    expect(await find(NEW.email)).toMatchObject({ state: 'active', lastSignInAt: expect.any(String) });
  });

  it('is not opened twice for one address', async () => {
    expect(refusalOf(await staff.administrator.post(USERS, NEW))).toEqual({ status: 400, code: 'account-exists' });
  });

  it('with another role has it at once, and has to sign in again', async () => {
    const somebody = await staff.signIn('officer', 'vaihtuva');
    expect((await somebody.get('/api/v1/requests')).status).toBe(200);
    expect((await change('vaihtuva@example.com', { role: 'auditor' })).status).toBe(200);
    expect((await somebody.get('/api/v1/requests')).status).toBe(401);
  });

  it('that is closed ends every session, and its old password opens nothing when it is opened again', async () => {
    const somebody = await staff.signIn('officer', 'lahteva');
    await staff.accounts.setPassword(somebody.email, 'pitkä ja oma salasana');
    const token = await staff.sessions.begin(somebody.id);
    await change(somebody.email, { disabled: true });
    expect((await staff.browser(token).get('/api/v1/session')).status).toBe(401);
    await change(somebody.email, { disabled: false });
    const signIn = { email: somebody.email, password: 'pitkä ja oma salasana' };
    expect((await staff.nobody.post('/api/v1/session', signIn)).status).toBe(401);
    expect(await find(somebody.email)).toMatchObject({ state: 'invited' });
  });

  it('gets a new link when a password is lost', async () => {
    const { id } = await find(NEW.email);
    const answer = await staff.administrator.post(`${USERS}/${id}/reset`);
    expect(invitation.parse(answer.body as unknown).link).toContain('/first-sign-in#token=');
    expect(await find(NEW.email)).toMatchObject({ state: 'invited' });
  });
});

describe('the list of changes', () => {
  const CHANGES = `${USERS}/changes`;
  const pageOf = async (query = '') =>
    userChangesPage.parse((await staff.administrator.get(CHANGES + query)).body as unknown);

  it('says who changed whose account, how and when, newest first, also what was done at the terminal', async () => {
    const { email, id } = await staff.signIn('officer', 'muuttuva');
    await change(email, { name: 'Uusi Nimi', role: 'auditor' });
    await staff.administrator.post(`${USERS}/${id}/reset`);
    await staff.accounts.resetInvite(email);
    const by = { id: staff.administrator.id, name: 'Testi administrator' };
    const { changes } = await pageOf();
    expect(changes.slice(0, 4)).toMatchObject([
      { user: { id, name: 'Uusi Nimi' }, by: null, what: 'reset', role: null },
      { user: { id, name: 'Uusi Nimi' }, by, what: 'reset', role: null },
      { user: { id, name: 'Uusi Nimi' }, by, what: 'role', role: 'auditor' },
      { user: { id, name: 'Uusi Nimi' }, by, what: 'renamed', role: null },
    ]);
  });

  it('goes on where a page ended, until it ends itself', async () => {
    for (let changed = 0; changed < 25; changed += 1) await staff.accounts.resetInvite(NEW.email);
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await pageOf(next === '' ? '' : `?before=${next}`);
      expect(page.changes.length).toBeLessThanOrEqual(20);
      seen.push(...page.changes.map(({ id }) => id));
      next = page.next;
    }
    const rows = await staff.desk.database.query<{ id: string }>(
      'select id::text from staff_change order by staff_change.id desc',
    );
    expect(seen).toEqual(rows.map(({ id }) => id));
  });

  it('is refused for a place that is none', async () => {
    expect(refusalOf(await staff.administrator.get(`${CHANGES}?before=-1`))).toEqual({
      status: 400,
      code: 'invalid-input',
    });
  });
});

describe('an administrator', () => {
  it('neither closes nor changes their own account', async () => {
    const own = 'administrator@example.com';
    for (const changes of [{ disabled: true }, { role: 'officer' }]) {
      expect(refusalOf(await change(own, changes))).toEqual({ status: 409, code: 'not-yourself' });
    }
    expect((await change(own, { name: 'Toinen Nimi' })).status).toBe(200);
  });

  it('is always left, even when two take each other’s role away at once', async () => {
    const other = await staff.signIn('administrator', 'toinen');
    const mine = { name: 'x', role: 'officer', disabled: false };
    const answers = await Promise.all([
      staff.administrator.put(`${USERS}/${other.id}`, mine),
      other.put(`${USERS}/${staff.administrator.id}`, mine),
    ]);
    const [done, refused] = answers.map(({ status }) => status).toSorted((one, other) => one - other);
    expect(done).toBe(200);
    // Whoever comes second is told so, or is no longer signed in by then.
    expect([401, 409]).toContain(refused);
    const rows = await staff.desk.database.query(
      `select from staff_user where role = 'administrator' and disabled_at is null`,
    );
    expect(rows).toHaveLength(1);
  });
});
