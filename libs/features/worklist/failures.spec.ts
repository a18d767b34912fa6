import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TODAY, openStaffDesk, type StaffDesk } from '#test/support/staff';
import { register } from '#test/support/staff-request';
import type { RequestPage } from '#contracts/request-page';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
});
afterAll(() => staff.close());

interface Failed {
  readonly kind: string;
  readonly state: 'pending' | 'dead';
  readonly attempts: number;
}

const DUE = `${TODAY.toString()}T11:30:00Z`;

/** Lets the work of one kind fail as the worker would. */
const fail = async (reference: string, { kind, state, attempts }: Failed): Promise<void> => {
  const failed = await staff.desk.database.query(
    `update effect set state = $3, attempts = $4, last_error = 'unavailable', retry_at = $5
     where request_id = (select id from subject_request where reference = $1) and kind = $2 returning id`,
    [reference, kind, state, attempts, DUE],
  );
  expect(failed).toHaveLength(1);
};

describe('work that does not succeed', () => {
  it('is shown whatever it is: a letter that stopped, a task that is tried again', async () => {
    const reference = await register(staff, { rights: ['direct_marketing'] });
    await fail(reference, { kind: 'send-letter', state: 'dead', attempts: 24 });
    await fail(reference, { kind: 'run-task', state: 'pending', attempts: 3 });
    const { failures, rights } = await staff.auditor.page(reference);
    expect(failures).toEqual([
      { effect: 'send-letter', about: 'acknowledgement', code: 'unavailable', dead: true, retryAt: null },
      {
        effect: 'run-task',
        about: rights[0]?.tasks[0]?.id,
        code: 'unavailable',
        dead: false,
        retryAt: '2026-11-23T11:30:00.000000Z',
      },
    ]);
    expect(rights[0]?.tasks[0]?.failure).toBeNull();
  });

  it('is not told of before the third attempt', async () => {
    const reference = await register(staff);
    await fail(reference, { kind: 'send-letter', state: 'pending', attempts: 2 });
    expect((await staff.officer.page(reference)).failures).toEqual([]);
  });

  it('gets another start, and is then no failure any more', async () => {
    const reference = await register(staff);
    await fail(reference, { kind: 'send-letter', state: 'dead', attempts: 24 });
    const retried = await staff.officer.post(`/api/v1/requests/${reference}/retry`);
    expect((retried.body as RequestPage).failures).toEqual([]);
  });

  it('worries nobody once the request is over', async () => {
    const reference = await register(staff, { rights: ['direct_marketing'] });
    await fail(reference, { kind: 'run-task', state: 'dead', attempts: 12 });
    expect((await staff.officer.page(reference)).failures).toHaveLength(1);
    await staff.officer.give(reference, { type: 'withdraw', words: 'Perui soittamalla.' });
    expect((await staff.officer.page(reference)).failures).toEqual([]);
  });
});
