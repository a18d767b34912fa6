import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { queuePage } from '#contracts/queue';
import { openStaffDesk, refusalOf, type StaffDesk } from '#test/support/staff';
import { LETTER, register } from '#test/support/staff-request';

let staff: StaffDesk;
let damaged: string;
let whole: string;

const DAMAGES = {
  'whose key is damaged': `update request_key set wrapped = overlay(wrapped placing '\\x00'::bytea from 20)`,
  'whose key is cut off': `update request_key set wrapped = '\\x01'`,
  'whose person is damaged': `update subject_request set person_sealed = overlay(person_sealed placing '\\x00'::bytea from 30)`,
} as const;

beforeAll(async () => {
  staff = await openStaffDesk();
});
afterAll(() => staff.close());
afterEach(() => {
  jest.restoreAllMocks();
});

describe.each(Object.entries(DAMAGES))('a request %s', (_, damage) => {
  beforeAll(async () => {
    damaged = await register(staff);
    whole = await register(staff);
    const column = damage.includes('update request_key') ? 'request_id' : 'id';
    await staff.desk.database.query(
      `${damage} where ${column} = (select id from subject_request where reference = $1)`,
      [damaged],
    );
  });

  it('stands in the worklist without its name and hides no other', async () => {
    const answer = await staff.officer.get('/api/v1/requests?sort=-received');
    expect(answer.status).toBe(200);
    const rows = new Map(queuePage.parse(answer.body).rows.map((row) => [row.reference, row]));
    expect(rows.get(damaged)).toMatchObject({ person: null, unreadable: true });
    expect(rows.get(whole)).toMatchObject({ person: LETTER.name, unreadable: false });
  });

  it('is found by its name, which the index still knows', async () => {
    const answer = await staff.officer.post('/api/v1/requests/search', { text: LETTER.name });
    expect(answer.status).toBe(200);
    expect(queuePage.parse(answer.body).rows.map(({ reference }) => reference)).toContain(damaged);
  });

  it('has its line in the file, with words instead of the name', async () => {
    const { status, text } = await staff.officer.post('/api/v1/queue/export', { view: 'all_open' }).buffer(true);
    expect(status).toBe(200);
    const lines = text.split('\r\n');
    expect(lines.find((line) => line.includes(damaged))).toContain('Name cannot be opened');
    expect(lines.find((line) => line.includes(whole))).toContain(LETTER.name);
  });

  it('is told to whoever runs the desk by its id alone', async () => {
    const warn = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => undefined);
    await staff.officer.get(`/api/v1/requests?sort=-received`);
    const [row] = await staff.desk.database.query<{ id: string }>(
      'select id from subject_request where reference = $1',
      [damaged],
    );
    expect(warn.mock.calls).toContainEqual([{ request: row?.id, person: 'unreadable' }]);
    expect(JSON.stringify(warn.mock.calls)).not.toContain(LETTER.name);
  });

  it('says on its own page that it cannot be opened', async () => {
    expect(refusalOf(await staff.officer.get(`/api/v1/requests/${damaged}`))).toEqual({
      status: 500,
      code: 'content-unreadable',
    });
  });
});

describe('a reader who may see no person', () => {
  it('is told nothing about what opens and what does not', async () => {
    const answer = await staff.administrator.get('/api/v1/requests?sort=-received');
    const { rows } = queuePage.parse(answer.body);
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.filter(({ person, unreadable }) => person !== null || unreadable)).toEqual([]);
  });
});
