import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NoticePage } from '#contracts/notices';
import { openStaffDesk, type Staff, type StaffDesk } from '#test/support/staff';
import { register } from '#test/support/staff-request';
import { forgetOldNotices, noteForConsole } from './console-notices.js';
import type { AnyClaimedEffect } from '#queue/effect-rows';

let staff: StaffDesk;
let reference: string;
let requestId: string;
beforeAll(async () => {
  staff = await openStaffDesk();
  reference = await register(staff);
  const [row] = await staff.desk.database.query<{ id: string }>('select id from subject_request where reference = $1', [
    reference,
  ]);
  requestId = row?.id ?? '';
});
afterAll(() => staff.close());

const CAUSE = { kind: 'before_due', date: '2026-12-23', count: 3 } as const;

const mailed = (id: string, letter: string, readers: readonly Staff[]) =>
  noteForConsole(staff.desk.database, { id, requestId } as AnyClaimedEffect, letter, readers, [CAUSE]);

const noticesOf = async (reader: Staff): Promise<NoticePage> =>
  (await reader.get('/api/v1/me/notices')).body as NoticePage;

describe('the notices of somebody', () => {
  it('are what was mailed to them and to nobody else, with its reasons, once however often it was tried', async () => {
    await mailed('first', 'reminder', [staff.officer]);
    await mailed('first', 'reminder', [staff.officer]);
    expect(await noticesOf(staff.officer)).toEqual({
      unread: 1,
      notices: [
        {
          id: expect.any(String),
          letter: 'reminder',
          reference,
          causes: [CAUSE],
          at: expect.stringMatching(/^2026-11-23T/),
          read: false,
        },
      ],
    });
    expect(await noticesOf(staff.approver)).toEqual({ unread: 0, notices: [] });
  });

  it('leave out the digest, which tells of the queue itself', async () => {
    await mailed('morning', 'digest', [staff.auditor]);
    expect((await noticesOf(staff.auditor)).notices).toEqual([]);
  });

  it('are marked as read by each reader for themselves, one or all up to it', async () => {
    const readers = [staff.officer, staff.administrator];
    for (const id of ['second', 'third', 'fourth']) await mailed(id, 'reminder', readers);
    const [newest, , oldest] = (await noticesOf(staff.administrator)).notices;
    const mark = (id: string | undefined, only: boolean) =>
      staff.administrator.post('/api/v1/me/notices/read', { id, only });
    expect(((await mark(oldest?.id, true)).body as NoticePage).unread).toBe(2);
    expect(((await mark(newest?.id, false)).body as NoticePage).unread).toBe(0);
    expect((await noticesOf(staff.officer)).unread).toBe(4);
  });

  it('of others cannot be marked', async () => {
    const [newest] = (await noticesOf(staff.officer)).notices;
    await staff.approver.post('/api/v1/me/notices/read', { id: newest?.id, only: false });
    expect((await noticesOf(staff.officer)).unread).toBe(4);
  });

  it('are kept as far as anybody looks back, of each reader by themselves', async () => {
    const { database } = staff.desk;
    const keptOf = async ({ id }: Staff) => {
      const [row] = await database.query<{ kept: number; oldest: string }>(
        'select count(*)::int as kept, min(effect_id) as oldest from staff_notice where user_id = $1',
        [id],
      );
      return row;
    };
    const few = await keptOf(staff.administrator);
    await database.query('delete from staff_notice where user_id = $1', [staff.approver.id]);
    await database.query(
      `insert into staff_notice (user_id, effect_id, letter, request_id, causes, at)
       select $1, 'many-' || lpad(n::text, 4, '0'), 'reminder', $2, '[]', now() from generate_series(1, 520) n order by n`,
      [staff.approver.id, requestId],
    );
    await forgetOldNotices(database);
    expect(await keptOf(staff.approver)).toEqual({ kept: 500, oldest: 'many-0021' });
    expect(await keptOf(staff.administrator)).toEqual(few);
  });
});
