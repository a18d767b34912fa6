import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { clockPreview, type ClockPreview, type PreviewedCommand } from '#contracts/clock-preview';
import { openStaffDesk, refusalOf, type StaffDesk } from '#test/support/staff';
import { register, toResponse } from '#test/support/staff-request';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
});
afterAll(() => staff.close());

const ask = (reference: string, command: PreviewedCommand) =>
  staff.officer.post(`/api/v1/requests/${reference}/preview`, command);

const preview = async (reference: string, command: PreviewedCommand): Promise<ClockPreview> => {
  const answer = await ask(reference, command);
  expect(answer.status).toBe(200);
  const body = answer.body as ClockPreview;
  expect(clockPreview.parse(body)).toEqual(body);
  return body;
};

describe('a preview of the dates', () => {
  it('tells what a question would do, and the dates with an answer in one and in two weeks', async () => {
    const reference = await register(staff, { receivedOn: '2026-11-10' });
    const told = await preview(reference, { type: 'requestClarification' });
    expect(told).toMatchObject({
      today: '2026-11-23',
      state: { before: 'running', after: 'paused' },
      replies: [
        { days: 7, on: '2026-11-30' },
        { days: 14, on: '2026-12-07' },
      ],
      because: { key: 'pauses', days: null, on: null },
    });
    expect(told.limits.find(({ limit }) => limit === 'due')).toEqual({
      limit: 'due',
      before: '2026-12-10',
      after: null,
      fate: 'stands_still',
      ifReplied: ['2026-12-17', '2026-12-24'],
    });
  });

  it('gives the date that the command then brings, with the same steps', async () => {
    const reference = await register(staff, { receivedOn: '2026-11-10' });
    const told = await preview(reference, { type: 'extendDeadline' });
    const words = 'Paljon aineistoa.';
    await staff.officer.give(reference, { type: 'extendDeadline', grounds: ['complexity'], words });
    const { clock } = await staff.officer.page(reference);
    expect(told.limits.find(({ limit }) => limit === 'due')?.after).toBe(clock.dueOn);
    expect(told.steps).toEqual(clock.steps);
  });

  it('leaves no trace: no version, no entry, no letter', async () => {
    const reference = await register(staff);
    const look = () =>
      staff.desk.database.query(
        `select r.version, r.summary, (select count(*) from ledger_entry where request_id = r.id) as entries,
           (select count(*) from effect where request_id = r.id) as effects
         from subject_request r where reference = $1`,
        [reference],
      );
    const before = await look();
    for (const type of ['requestIdentity', 'extendDeadline', 'withdraw'] as const) await preview(reference, { type });
    expect(await look()).toEqual(before);
  });

  it('is refused with the code that the command would meet', async () => {
    const reference = await register(staff);
    expect(refusalOf(await ask(reference, { type: 'recordReply', sufficient: true }))).toEqual({
      status: 409,
      code: 'not-paused',
    });
    expect(refusalOf(await ask(reference, { type: 'dismiss' }))).toEqual({ status: 409, code: 'not-your-role' });
    await toResponse(staff, reference);
    const refusal = { type: 'decideRight', right: 'access', outcome: 'refused' } as const;
    expect(refusalOf(await ask(reference, { ...refusal, grounds: [] }))).toEqual({
      status: 409,
      code: 'ground-missing',
    });
    const told = await preview(reference, { ...refusal, grounds: ['art_12_5_excessive'] });
    expect(told.because).toEqual({ key: 'refusal_by', days: null, on: '2026-12-23' });
  });

  it.each([{ type: 'addNote' }, { type: 'withdraw', words: 'x' }, { type: 'recordReply' }, {}])(
    'is not made of %j',
    async (body) => {
      const reference = await register(staff);
      const answer = await staff.officer.post(`/api/v1/requests/${reference}/preview`, body);
      expect(refusalOf(answer)).toEqual({ status: 400, code: 'invalid-input' });
    },
  );
});
