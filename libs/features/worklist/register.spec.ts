import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { normaliseTyped } from '#persistence/tokens';
import { openStaffDesk, refusalOf, TODAY, type StaffDesk } from '#test/support/staff';
import { LETTER, register } from '#test/support/staff-request';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
});
afterAll(() => staff.close());

const post = (changes: object) => staff.officer.post('/api/v1/requests', { ...LETTER, ...changes });
const registered = (answer: { body: unknown }) => answer.body as { reference: string; secretCode: string };

describe('typing in a letter', () => {
  it('opens a request that is counted from the day it arrived, under who typed it', async () => {
    const answer = await post({ receivedOn: '2026-11-02', rights: ['access', 'access', 'erasure'] });
    expect(answer.status).toBe(201);
    const page = await staff.officer.page(registered(answer).reference);
    expect(page).toMatchObject({
      channel: 'letter',
      language: 'fi',
      words: LETTER.words,
      clock: { receivedOn: '2026-11-02' },
    });
    expect(page.rights.map(({ right }) => right)).toEqual(['access', 'erasure']);
    expect(page.timeline[0]).toMatchObject({ type: 'requestReceived', actor: `staff:${staff.officer.id}` });
    expect(new Set(page.rights[0]?.tasks.map(({ register }) => register))).toEqual(
      new Set(['customers', 'calls', 'marketing']),
    );
  });

  it('gives a secret code to tell the person, of which only a keyed hash is kept', async () => {
    const { reference, secretCode } = registered(await post({}));
    const [row] = await staff.desk.database.query<{ secret_hash: Buffer }>(
      'select secret_hash from subject_request where reference = $1',
      [reference],
    );
    expect(row?.secret_hash).toEqual(staff.desk.keyring.codeHash(`secret:${reference}`, normaliseTyped(secretCode)));
    expect(secretCode).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  });

  it.each([
    ['received tomorrow', { receivedOn: TODAY.add({ days: 1 }).toString() }, 'received-in-future'],
    ['received before the GDPR', { receivedOn: '2018-05-24' }, 'received-before-gdpr'],
    [
      'that lay for more than 30 days without a word on where',
      { receivedOn: TODAY.subtract({ days: 31 }).toString(), words: '' },
      'received-long-ago',
    ],
    ['with two addresses in one', { email: 'a@example.org, b@example.net' }, 'mail-address-not-valid'],
    ['with a header in the address', { email: 'a@example.org\nBcc: b@example.net' }, 'mail-address-not-valid'],
  ])('is refused when it is one %s', async (_, changes, code) => {
    expect(refusalOf(await post(changes))).toEqual({ status: 400, code });
  });

  it.each([
    ['today', { receivedOn: TODAY.toString() }],
    ['30 days ago without a word', { receivedOn: TODAY.subtract({ days: 30 }).toString(), words: '' }],
    ['half a year ago, with words', { receivedOn: TODAY.subtract({ days: 180 }).toString() }],
    ['from somebody without any contact', { email: null, phone: '', customerNumber: '' }],
  ])('is taken when it was received %s', async (_, changes) => {
    expect((await post(changes)).status).toBe(201);
  });
});

describe('one wish to register', () => {
  const intend = (key: string, changes: object = {}) => post(changes).set('Idempotency-Key', key);

  it('sent ten times at once opens one request, and all ten learn its code', async () => {
    const key = crypto.randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => intend(key)));
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201));
    const [first] = answers.map(registered);
    expect(answers.map(registered)).toEqual(Array(10).fill(first));
    const rows = await staff.desk.database.query('select id from subject_request where reference = $1', [
      first?.reference,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('is another one with another content, another key or another person', async () => {
    const key = crypto.randomUUID();
    const answers = [
      await intend(key),
      await intend(key, { name: 'Toinen Esimerkki' }),
      await intend(crypto.randomUUID()),
      await staff.approver.post('/api/v1/requests', LETTER).set('Idempotency-Key', key),
      await post({}),
      await post({}),
    ];
    expect(new Set(answers.map((answer) => registered(answer).reference)).size).toBe(answers.length);
  });

  it('has a key that looks like one', async () => {
    expect(refusalOf(await intend('a b'))).toEqual({ status: 400, code: 'idempotency-key-not-valid' });
  });
});

describe('a representative', () => {
  it('is kept sealed with the person and shown with their mandate; a request without one has none', async () => {
    const representative = { name: 'Edustaja Esimerkki', mandate: 'guardian' } as const;
    const reference = await register(staff, { representative });
    expect((await staff.officer.page(reference)).person.representative).toEqual(representative);
    expect((await staff.officer.page(await register(staff))).person.representative).toBeNull();
    const rows = await staff.desk.database.query<{ row: string }>(
      'select to_json(subject_request)::text as row from subject_request',
    );
    expect(rows.some(({ row }) => row.includes('Edustaja'))).toBe(false);
  });
});
