import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setUpState, type SetUpState } from '#contracts/set-up';
import { MailNotSent } from '#letters/mail-errors';
import { tokenHash } from '#persistence/tokens';
import { CONTROLLER_ID } from '#test/support/desk';
import { openStaffDesk, refusalOf, type StaffDesk } from '#test/support/staff';
import type { MailTransport } from '#letters/mail-transport';

const SET_UP = '/api/v1/set-up';

let trouble: MailNotSent | null = null;
const transport: MailTransport = {
  send: () => (trouble === null ? Promise.resolve({ accepted: true, response: '250' }) : Promise.reject(trouble)),
};

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk(undefined, undefined, transport);
  await staff.desk.database.query(
    'insert into desk_set_up (controller_id, token_hash, begun_at) values ($1, $2, artikla.now())',
    [CONTROLLER_ID, tokenHash('printed-once')],
  );
});
afterAll(() => staff.close());

const read = async (): Promise<SetUpState> => setUpState.parse((await staff.administrator.get(SET_UP)).body as unknown);

const stepOf = async (wanted: string) => (await read()).steps.find(({ step }) => step === wanted);

describe('setting a desk up', () => {
  it('says of each step what is missing, whoever did the rest', async () => {
    expect(await stepOf('record')).toEqual({ step: 'record', missing: ['record-empty'], skipped: false });
    expect(await stepOf('registers')).toEqual({ step: 'registers', missing: [], skipped: false });
  });

  it('goes on where it was left, with what was skipped', async () => {
    expect((await staff.administrator.put(SET_UP, { skipped: ['record'], finished: false })).status).toBe(200);
    expect(await stepOf('record')).toMatchObject({ skipped: true });
    expect((await read()).finished).toBe(false);
  });

  it('tells in a code what the mail server said, and keeps that a mail was taken', async () => {
    trouble = new MailNotSent('ECONNREFUSED', false);
    const test = () => staff.administrator.post(`${SET_UP}/mail`, { to: 'test@example.com' });
    expect((await test()).body).toEqual({ result: 'unreachable', code: 'ECONNREFUSED' });
    trouble = new MailNotSent('550 RCPT TO', true);
    expect((await test()).body).toEqual({ result: 'refused', code: '550 RCPT TO' });
    expect(await stepOf('mail')).toMatchObject({ missing: ['mail-untested'] });
    trouble = null;
    expect((await test()).body).toEqual({ result: 'accepted', code: null });
    expect(await stepOf('mail')).toMatchObject({ missing: [] });
  });

  it('files a test request that is in the queue, and takes it out again', async () => {
    const file = () => staff.administrator.post(`${SET_UP}/request`, { to: 'test@example.com', language: 'fi' });
    const { testRequest } = setUpState.parse((await file()).body as unknown);
    const open = async () => JSON.stringify((await staff.officer.get('/api/v1/requests')).body);
    expect(testRequest?.open).toBe(true);
    expect(await open()).toContain(testRequest?.reference);
    expect(refusalOf(await file())).toEqual({ status: 409, code: 'test-request-open' });
    const ended = setUpState.parse((await staff.administrator.delete(`${SET_UP}/request`)).body as unknown);
    expect(ended.testRequest).toEqual({ reference: testRequest?.reference, open: false });
    expect(await open()).not.toContain(testRequest?.reference);
  });
});

describe('the first account', () => {
  const FIRST = {
    token: 'printed-once',
    name: 'Ensimmäinen Testi',
    email: 'ensimmainen@example.com',
    password: 'pitkä ja oma salasana',
    language: 'fi',
  } as const;

  it('is not opened by an old link on a desk where somebody works', async () => {
    expect(refusalOf(await staff.nobody.post(`${SET_UP}/administrator`, FIRST))).toEqual({
      status: 400,
      code: 'set-up-link-not-valid',
    });
  });

  it('is opened once, by who has the link, and signs in', async () => {
    const empty = await openStaffDesk();
    // Nobody has ever worked here: not even what was written down about accounts, which otherwise stays for good.
    await empty.desk.database.query('alter table staff_change disable trigger staff_change_append_only');
    await empty.desk.database.query('delete from staff_change');
    await empty.desk.database.query('delete from staff_session');
    await empty.desk.database.query('delete from staff_user');
    await empty.desk.database.query(
      'insert into desk_set_up (controller_id, token_hash, begun_at) values ($1, $2, artikla.now())',
      [CONTROLLER_ID, tokenHash('printed-once')],
    );
    const open = (changes: object = {}) => empty.nobody.post(`${SET_UP}/administrator`, { ...FIRST, ...changes });
    expect(refusalOf(await open({ token: 'guessed' }))).toEqual({ status: 400, code: 'set-up-link-not-valid' });
    expect(refusalOf(await open({ password: 'password1234' })).status).toBe(400);
    const answer = await open();
    expect(answer.body).toMatchObject({ user: { name: FIRST.name, role: 'administrator' } });
    expect(answer.headers['set-cookie']).toHaveLength(1);
    expect(refusalOf(await open({ email: 'toinen@example.com' }))).toEqual({
      status: 400,
      code: 'set-up-link-not-valid',
    });
    await empty.close();
  });
});
