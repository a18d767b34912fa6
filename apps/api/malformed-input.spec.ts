import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { problem } from '#contracts/wire';
import { fileRequest } from '#test/support/desk';
import { openStaffDesk, refusalOf, type StaffDesk } from '#test/support/staff';

let staff: StaffDesk;
let reference: string;
beforeAll(async () => {
  staff = await openStaffDesk();
  const filed = await fileRequest(staff.desk, ['access']);
  reference = filed.state.reference;
});
afterAll(() => staff.close());

const CANARY = 'canary-7203';

const registration = (changes: string): string =>
  `{"channel":"letter","receivedOn":"2026-11-01","language":"fi","rights":["access"],"name":"Testi",
    "email":null,"phone":null,"customerNumber":null,"words":"",${changes}}`;

/** Bodies as they stand on the wire, right but for one thing. */
const BODIES = {
  'no JSON at all': '{"type":',
  nothing: '',
  'a list': '[]',
  null: 'null',
  'a word': `"${CANARY}"`,
  'a wrong type': registration('"name":5'),
  'an operator where a text belongs': registration('"name":{"$ne":"x"}'),
  'an operator at the top': registration(`"$or":[{"name":"${CANARY}"}]`),
  'a foreign key': registration(`"${CANARY}":true`),
  'a prototype': registration(`"__proto__":{"role":"${CANARY}"}`),
  'a constructor': registration('"constructor":{"prototype":{"role":"administrator"}}'),
  'NUL in a text': registration(`"words":"${CANARY}\\u0000"`),
  'half a character': registration(`"words":"${CANARY}\\ud800"`),
  'a control character': registration(`"name":"${CANARY}\\u001b[31m"`),
  'a number beyond all numbers': registration('"receivedOn":1e999'),
  'a day that does not exist': registration('"receivedOn":"2026-02-30"'),
  'a day that is a time': registration('"receivedOn":"2026-11-01T00:00:00Z"'),
  'a right that does not exist': registration(`"rights":["${CANARY}"]`),
  'too many rights': registration(`"rights":${JSON.stringify(Array(9).fill('access'))}`),
  'no rights': registration('"rights":[]'),
  'a name that is too long': registration(`"name":"${'x'.repeat(201)}"`),
  'a name of spaces': registration('"name":"  "'),
  'deep nesting': registration(`"words":${'['.repeat(20_000)}${']'.repeat(20_000)}`),
  'more than 64 kB': registration(`"words":"${'x'.repeat(70_000)}"`),
} as const;

const TARGETS = ['/api/v1/session', '/api/v1/session/first', '/api/v1/session/language', '/api/v1/requests', 'command'];

describe.each(TARGETS)('%s', (target) => {
  it.each(Object.entries(BODIES))('refuses %s as a problem that repeats nothing', async (_, body) => {
    const address = target === 'command' ? `/api/v1/requests/${reference}/commands` : target;
    const before = await staff.desk.database.query('select count(*) from ledger_entry');
    const answer = await staff.officer.postText(address, body).set('If-Match', '4');
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(problem.parse(JSON.parse(answer.text)).status).toBe(answer.status);
    expect(answer.text).not.toContain(CANARY);
    expect(await staff.desk.database.query('select count(*) from ledger_entry')).toEqual(before);
  });
});

describe('the query of the worklist', () => {
  it.each([
    'view=nothing',
    'view=mine&view=overdue',
    'view[$ne]=mine',
    'sort=due_on;drop',
    'right=access&right=erasure',
    `cursor=${CANARY}`,
    `cursor=${Buffer.from('["2026-11-01","1"]').toString('base64url')}`,
    `cursor=${Buffer.from('{"$gt":1}').toString('base64url')}`,
    'limit=1000000',
    '__proto__[x]=1',
    'view=%00',
  ])('refuses %s', async (query) => {
    const answer = await staff.officer.get(`/api/v1/requests?${query}`);
    expect(refusalOf(answer)).toEqual({ status: 400, code: 'invalid-input' });
    expect(answer.text).not.toContain(CANARY);
  });
});

describe('a reference in an address', () => {
  it.each([
    CANARY,
    '00000-00001',
    '%00',
    "'%20or%201=1--",
    '..%2f..%2fetc',
    '%F0%9F%98%80',
    'x'.repeat(5000),
    '[object]',
  ])('that is none (%#) is not found', async (typed) => {
    const { status, text } = await staff.officer.get(`/api/v1/requests/${typed}`);
    expect(status).toBe(404);
    expect(text).not.toContain(CANARY);
  });

  it('that is no text at all is refused', async () => {
    expect((await staff.officer.get('/api/v1/requests/%E0%A4%A')).status).toBe(400);
  });
});

describe('the type of a body', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-7',
    'application/json; charset=utf-16',
  ])('%s is refused', async (type) => {
    const { status } = await staff.officer
      .postText('/api/v1/session/language', '{"language":"fi"}')
      .set('Content-Type', type);
    expect([400, 415]).toContain(status);
  });

  it('packed with gzip is refused', async () => {
    const call = staff.officer.postText('/api/v1/session/language', '{"language":"fi"}');
    expect((await call.set('Content-Encoding', 'gzip')).status).toBe(415);
  });
});
