import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { queuePage, type QueuePage } from '#contracts/queue';
import { openStaffDesk, TODAY, type Staff, type StaffDesk } from '#test/support/staff';
import { asDesk, register, toResponse } from '#test/support/staff-request';

let staff: StaffDesk;
let officer: Staff;
let colleague: Staff;
let approver: Staff;
/** One whose right waits for a decision, and one whose decision waits for approval, both of `officer`. */
let toDecide: string;
let toApprove: string;
/** Of `officer` too, but the desk searches for it. */
let searched: string;

const assignedTo = async (to: Staff): Promise<string> => {
  const reference = await register(staff);
  await staff.officer.give(reference, { type: 'assign', assignee: to.id });
  return reference;
};

const decide = async (reference: string, by = officer): Promise<void> => {
  await toResponse(staff, reference);
  const words = '';
  await by.give(reference, { type: 'decideRight', right: 'access', outcome: 'granted', grounds: [], words });
  await asDesk(staff, reference, { type: 'recordPackage', right: 'access', documents: 1, manifest: '' });
};

beforeAll(async () => {
  staff = await openStaffDesk();
  officer = await staff.signIn('officer', 'waited-for');
  colleague = await staff.signIn('officer', 'colleague');
  approver = await staff.signIn('approver', 'second-pair');
  toDecide = await assignedTo(officer);
  await toResponse(staff, toDecide);
  toApprove = await assignedTo(officer);
  await decide(toApprove);
  searched = await assignedTo(officer);
});
afterAll(() => staff.close());

const waiting = async (reader: Staff, more = ''): Promise<QueuePage> =>
  queuePage.parse((await reader.get(`/api/v1/requests?view=wait_for_me${more}`)).body);

const references = ({ rows }: QueuePage): string[] => rows.map(({ reference }) => reference);

describe('what others wait for from me', () => {
  it('is my requests whose next step is mine, not those that the desk or an approver has', async () => {
    const page = await waiting(officer);
    expect(references(page)).toEqual([toDecide]);
    expect([page.total, page.counts.wait_for_me, page.counts.mine]).toEqual([1, 1, 3]);
    expect(references(page)).not.toContain(searched);
  });

  it('is nothing of a colleague’s', async () => {
    expect(await waiting(colleague)).toMatchObject({ rows: [], total: 0, counts: { wait_for_me: 0 } });
  });

  it('is for an approver what is to be approved, but not what they decided themselves, whoever handles it', async () => {
    const decidedBySelf = await assignedTo(officer);
    await decide(decidedBySelf, approver);
    const decidedByOther = await assignedTo(approver);
    await decide(decidedByOther);
    const page = await waiting(approver);
    expect(new Set(references(page))).toEqual(new Set([toApprove, decidedByOther]));
    expect([page.total, page.counts.wait_for_me]).toEqual([2, 2]);
    expect((await waiting(staff.approver)).total).toBe(3);
  });

  it('goes by the handler where a release before this one wrote the row', async () => {
    const own = await assignedTo(approver);
    await decide(own);
    expect(references(await waiting(approver))).toContain(own);
    await staff.desk.database.query('update subject_request set may_not_approve = null where reference = $1', [own]);
    expect(references(await waiting(approver))).not.toContain(own);
  });

  it('is narrowed by filters, sorted by other dates, exported, chosen and saved like any other view', async () => {
    expect((await waiting(officer, '&right=erasure')).total).toBe(0);
    expect((await waiting(officer, '&right=access&sort=-due')).total).toBe(1);
    expect((await waiting(officer, '&receivedFrom=2026-01-01&sort=due')).total).toBe(1);
    const chosen = (await officer.post('/api/v1/queue/selection', { view: 'wait_for_me' })) as { body: unknown };
    expect(chosen.body).toMatchObject({ chosen: [{ reference: toDecide }], more: false });
    const saved = `/api/v1/queue/views/${crypto.randomUUID()}`;
    const view = { name: 'Waiting', shared: false, query: 'view=wait_for_me' };
    expect((await officer.put(saved, view)).status).toBe(200);
    expect((await officer.get('/api/v1/queue/views')).body).toMatchObject({ views: [{ name: 'Waiting', count: 1 }] });
    const file = await officer.post('/api/v1/queue/export', { view: 'wait_for_me' }).buffer(true);
    expect(file.text.trimEnd().split('\r\n')).toEqual([expect.any(String), expect.stringContaining(toDecide)]);
  });

  it('is for a deputy also what the absent one is waited for, on those days', async () => {
    const day = TODAY.toString();
    await officer.put('/api/v1/me/deputy', { deputy: colleague.id, from: day, to: day });
    const page = await waiting(colleague);
    expect(references(page)).toEqual([toDecide]);
    expect(page.counts.wait_for_me).toBe(1);
    await officer.delete('/api/v1/me/deputy');
    expect((await waiting(colleague)).total).toBe(0);
  });
});
