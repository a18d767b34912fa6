import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStaffDesk, refusalOf, type StaffDesk } from '#test/support/staff';
import type { Session } from '#contracts/session';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
});
afterAll(() => staff.close());

const PASSWORD = 'aurinko paistaa taas';

/** Somebody with a password, not signed in. */
const colleague = async (): Promise<{ id: string; email: string }> => {
  const { id, email } = await staff.signIn('officer', `colleague-${crypto.randomUUID()}`);
  await staff.accounts.setPassword(email, PASSWORD);
  return { id, email };
};

const signIn = (email: string, password: string) => staff.nobody.post('/api/v1/session', { email, password });

const cookieOf = ({ headers }: { headers: Record<string, string> }): string => {
  const [cookie] = headers['set-cookie'] as unknown as string[];
  return cookie ?? '';
};
const tokenOf = (answer: { headers: Record<string, string> }): string =>
  /^[^=]+=([^;]*)/.exec(cookieOf(answer))?.[1] ?? '';

/** Lets an account's rest be over. */
const waitOut = (id: string) =>
  staff.desk.database.query(
    `update staff_user set locked_until = clock_timestamp() - interval '1 second' where id = $1`,
    [id],
  );

const restOf = async (id: string): Promise<number> => {
  const [row] = await staff.desk.database.query<{ seconds: number }>(
    `select coalesce(extract(epoch from locked_until - clock_timestamp()), 0)::float as seconds from staff_user where id = $1`,
    [id],
  );
  return row?.seconds ?? 0;
};

describe('signing in', () => {
  it('answers with the session and a cookie that scripts cannot read', async () => {
    const { email, id } = await colleague();
    const answer = await signIn(` ${email.toUpperCase()} `, PASSWORD);
    expect(answer.status).toBe(200);
    expect((answer.body as Session).user).toMatchObject({ id, role: 'officer' });
    expect(cookieOf(answer)).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await staff.browser(tokenOf(answer)).get('/api/v1/session')).status).toBe(200);
  });

  it('leaves only a hash of the token in the database', async () => {
    const { email } = await colleague();
    const token = tokenOf(await signIn(email, PASSWORD));
    const [row] = await staff.desk.database.query<{ all: string }>(
      'select json_agg(s)::text as all from staff_session s',
    );
    expect(row?.all).not.toContain(token);
    expect(row?.all).not.toContain(Buffer.from(token, 'base64url').toString('hex'));
  });

  it('says the same whatever was wrong', async () => {
    const [known, left, invited, resting] = await Promise.all([colleague(), colleague(), colleague(), colleague()]);
    await staff.accounts.disable(left.email);
    await staff.accounts.resetInvite(invited.email);
    await staff.desk.database.query(
      `update staff_user set locked_until = clock_timestamp() + interval '1 minute' where id = $1`,
      [resting.id],
    );
    const answers = [
      await signIn(known.email, 'not the password'),
      await signIn('nobody@example.com', PASSWORD),
      await signIn(left.email, PASSWORD),
      await signIn(invited.email, PASSWORD),
      await signIn(resting.email, PASSWORD),
      await signIn("' or 1=1 --", PASSWORD),
    ];
    const [first] = answers;
    expect(first?.body).toMatchObject({ status: 401, code: 'sign-in-failed' });
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(answer.text).toBe(first?.text);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it('does the work of a verification for people who do not exist', async () => {
    const { email } = await colleague();
    const milliseconds = async (address: string) => {
      const begun = performance.now();
      await signIn(address, 'not the password');
      return performance.now() - begun;
    };
    await milliseconds(email);
    const known = Math.min(await milliseconds(email), await milliseconds(email));
    const unknown = Math.min(await milliseconds('nobody@example.com'), await milliseconds('nobody@example.com'));
    expect(unknown).toBeGreaterThan(known / 3);
  });
});

describe('guessing', () => {
  it('makes the account rest after five failures, longer each time, and always comes to an end', async () => {
    const { email, id } = await colleague();
    for (let tried = 0; tried < 4; tried += 1) await signIn(email, 'not the password');
    expect(await restOf(id)).toBe(0);
    const rests: number[] = [];
    for (let tried = 0; tried < 8; tried += 1) {
      await signIn(email, 'not the password');
      rests.push(Math.ceil((await restOf(id)) / 30) * 30);
      await waitOut(id);
    }
    expect(rests).toEqual([30, 60, 120, 240, 480, 960, 960, 960]);
    expect((await signIn(email, PASSWORD)).status).toBe(200);
  });

  it('is not heard while the account rests, and does not make the rest longer', async () => {
    const { email, id } = await colleague();
    for (let tried = 0; tried < 5; tried += 1) await signIn(email, 'not the password');
    const rest = await restOf(id);
    expect((await signIn(email, PASSWORD)).status).toBe(401);
    expect(await restOf(id)).toBeLessThanOrEqual(rest);
  });

  it('with twenty passwords at once gets five looked at', async () => {
    const { email, id } = await colleague();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => signIn(email, `guess number ${n}`)));
    expect(answers.every(({ status }) => status === 401)).toBe(true);
    const [row] = await staff.desk.database.query<{ failed: number }>(
      'select failed_attempts as failed from staff_user where id = $1',
      [id],
    );
    expect(row?.failed).toBe(5);
  });

  it('starts anew after a right password', async () => {
    const { email } = await colleague();
    for (let round = 0; round < 3; round += 1) {
      for (let tried = 0; tried < 4; tried += 1) await signIn(email, 'not the password');
      expect((await signIn(email, PASSWORD)).status).toBe(200);
    }
  });
});

describe('the first sign-in', () => {
  const invite = async () => {
    const email = `new-${crypto.randomUUID()}@example.com`;
    return { email, token: await staff.accounts.invite({ email, name: 'Uusi', role: 'auditor', language: 'sv' }) };
  };
  const accept = (token: string, password: string) => staff.nobody.post('/api/v1/session/first', { token, password });

  it('sets the password and signs in, once', async () => {
    const { email, token } = await invite();
    const answer = await accept(token, PASSWORD);
    expect(answer.status).toBe(200);
    expect((answer.body as Session).user).toMatchObject({ role: 'auditor', language: 'sv' });
    expect((await staff.browser(tokenOf(answer)).get('/api/v1/session')).status).toBe(200);
    expect((await signIn(email, PASSWORD)).status).toBe(200);
    expect((await accept(token, 'another long password')).body).toMatchObject({ code: 'invite-not-valid' });
  });

  it('twenty times at once happens once', async () => {
    const { token } = await invite();
    const answers = await Promise.all(Array.from({ length: 20 }, () => accept(token, PASSWORD)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('is not possible with an invitation that is a day old, taken back, or made up', async () => {
    const [old, reset, disabled] = [await invite(), await invite(), await invite()];
    await staff.desk.database.query(
      `update staff_user set invite_expires_at = clock_timestamp() - interval '1 second' where email = $1`,
      [old.email],
    );
    await staff.accounts.resetInvite(reset.email);
    await staff.accounts.disable(disabled.email);
    for (const token of [old.token, reset.token, disabled.token, 'made-up']) {
      expect(refusalOf(await accept(token, PASSWORD))).toEqual({ status: 400, code: 'invite-not-valid' });
    }
  });

  it('refuses a password that many people think of, and the invitation stays good', async () => {
    const { token } = await invite();
    const refused = await accept(token, 'Password1234');
    expect(refusalOf(refused)).toEqual({ status: 400, code: 'password-common' });
    expect(refused.body).toMatchObject({ errors: [{ path: 'password' }] });
    expect((await accept(token, PASSWORD)).status).toBe(200);
  });
});
