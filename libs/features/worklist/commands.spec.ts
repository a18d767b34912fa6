import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STAFF_ROLES } from '#domain/request/actor';
import { openStaffDesk, refusalOf, type StaffDesk } from '#test/support/staff';
import { asDesk, MATCHES, register, toResponse } from '#test/support/staff-request';
import type { RequestPage } from '#contracts/request-page';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
});
afterAll(() => staff.close());

const NOTE = { type: 'addNote', words: 'Soitti ja kysyi, missä mennään.' };

const commands = (reference: string) => `/api/v1/requests/${reference}/commands`;

describe('the version that was looked at', () => {
  it('must be named', async () => {
    const reference = await register(staff);
    expect(refusalOf(await staff.officer.post(commands(reference), NOTE))).toEqual({
      status: 428,
      code: 'version-missing',
    });
  });

  it.each(['*', 'W/"3"', 'abc', '-1', '1e3', '3, 4'])('cannot be %s', async (version) => {
    const reference = await register(staff);
    const answer = await staff.officer.post(commands(reference), NOTE).set('If-Match', version);
    expect(refusalOf(answer)).toEqual({ status: 400, code: 'version-not-valid' });
  });

  it('may stand in quotes, as entity tags do', async () => {
    const reference = await register(staff);
    const { version } = await staff.officer.page(reference);
    const answer = await staff.officer.post(commands(reference), NOTE).set('If-Match', `"${version}"`);
    expect(answer.status).toBe(200);
    expect((answer.body as RequestPage).version).toBe(version + 1);
  });

  it('is out of date when somebody else was quicker, and then nothing happens', async () => {
    const reference = await register(staff);
    const { version } = await staff.officer.page(reference);
    await staff.approver.give(reference, NOTE);
    const answer = await staff.officer.post(commands(reference), NOTE).set('If-Match', String(version));
    expect(refusalOf(answer)).toEqual({ status: 412, code: 'version-outdated' });
    expect((await staff.officer.page(reference)).version).toBe(version + 1);
  });
});

describe('twenty clicks at once', () => {
  it('on the same button do it once', async () => {
    const reference = await register(staff);
    const { version } = await staff.officer.page(reference);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => staff.officer.post(commands(reference), NOTE).set('If-Match', String(version))),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(19);
    const { timeline } = await staff.officer.page(reference);
    expect(timeline.filter(({ type }) => type === 'noteAdded')).toHaveLength(1);
  });
});

describe('four eyes', () => {
  const DECISION = { type: 'decideRight', right: 'access', outcome: 'granted', grounds: [], words: '' };
  const APPROVAL = { type: 'approveRight', right: 'access' };
  const BUILT = { type: 'recordPackage', right: 'access', documents: 1, manifest: '' } as const;

  it('look at every decision: an officer decides, another person approves', async () => {
    const reference = await register(staff);
    await toResponse(staff, reference);
    expect((await staff.officer.give(reference, DECISION)).status).toBe(200);
    expect(refusalOf(await staff.officer.give(reference, APPROVAL))).toEqual({ status: 409, code: 'not-your-role' });
    expect(refusalOf(await staff.approver.give(reference, APPROVAL))).toEqual({ status: 409, code: 'nothing-to-send' });
    await asDesk(staff, reference, BUILT);
    const approved = (await staff.approver.give(reference, APPROVAL)).body as RequestPage;
    expect(approved.rights[0]).toMatchObject({
      decision: { outcome: 'granted', by: `staff:${staff.officer.id}` },
      approvedBy: `staff:${staff.approver.id}`,
    });
  });

  it('are not those of the person who decided', async () => {
    const reference = await register(staff);
    await toResponse(staff, reference);
    await staff.approver.give(reference, DECISION);
    await asDesk(staff, reference, BUILT);
    expect(refusalOf(await staff.approver.give(reference, APPROVAL))).toEqual({ status: 409, code: 'same-person' });
    const second = await staff.signIn('approver', `second-${crypto.randomUUID()}`);
    expect((await second.give(reference, APPROVAL)).status).toBe(200);
  });

  it('are not those of the person who vouched for the identity', async () => {
    const reference = await register(staff);
    await toResponse(staff, reference, staff.approver);
    await staff.officer.give(reference, DECISION);
    expect(refusalOf(await staff.approver.give(reference, APPROVAL))).toEqual({ status: 409, code: 'same-person' });
  });

  it('send a decision back with the reason', async () => {
    const reference = await register(staff);
    await toResponse(staff, reference);
    await staff.officer.give(reference, DECISION);
    const returned = await staff.approver.give(reference, {
      type: 'returnRight',
      right: 'access',
      words: 'Peruste puuttuu.',
    });
    const page = returned.body as RequestPage;
    expect(page.rights[0]?.decision).toBeNull();
    expect(page.timeline.at(-1)).toMatchObject({ type: 'rightReturned', note: 'Peruste puuttuu.' });
  });
});

describe('a permit', () => {
  const permitOf = async (who: Pick<StaffDesk['officer'], 'page'>, reference: string, command: string) =>
    (await who.page(reference)).permits.find((permit) => permit.command === command);

  it('promises what the server then does: each command that is closed is refused for the reason shown', async () => {
    const reference = await register(staff);
    await toResponse(staff, reference);
    const { permits } = await staff.officer.page(reference);
    const BODIES: Readonly<Record<string, object>> = {
      startVerification: {},
      choosePerson: { candidate: null },
      requestCode: {},
      liftFreeze: { words: 'x' },
      dismiss: { words: 'x' },
      requestIdentity: { words: 'x', wanted: 'x' },
      requestClarification: { words: 'x' },
      recordReply: { sufficient: true, words: '' },
      approveRight: { right: 'access' },
      returnRight: { right: 'access', words: 'x' },
      recordAnswer: { right: 'access', words: '' },
    };
    const closed = permits.filter(({ command, open }) => !open && command in BODIES);
    expect(closed.length).toBeGreaterThan(5);
    for (const { command, reason } of closed) {
      const answer = await staff.officer.give(reference, { type: command, ...BODIES[command] });
      expect([command, refusalOf(answer)]).toEqual([command, { status: 409, code: reason }]);
    }
  });

  it('is there for every command at everything it can be aimed at', async () => {
    const reference = await register(staff, { rights: ['access', 'erasure'] });
    const { permits, rights } = await staff.officer.page(reference);
    const count = (command: string) => permits.filter((permit) => permit.command === command).length;
    expect(count('addNote')).toBe(1);
    expect(count('decideRight')).toBe(2);
    expect(count('recordTask')).toBe(rights.flatMap(({ tasks }) => tasks).length);
  });

  it('is open to those who handle requests and closed to the auditor', async () => {
    const reference = await register(staff);
    expect(await permitOf(staff.officer, reference, 'addNote')).toMatchObject({ open: true, reason: null });
    const { permits } = await staff.auditor.page(reference);
    expect(new Set(permits.map(({ open, reason }) => `${open} ${reason}`))).toEqual(new Set(['false not-your-role']));
  });
});

describe('choosing the person', () => {
  const several = async () => {
    const reference = await register(staff);
    const located = { type: 'recordLocation', location: 'several', candidates: 2, reachable: false } as const;
    await asDesk(staff, reference, located, MATCHES);
    return reference;
  };

  it('among those who match sends the answer to their contact on file', async () => {
    const reference = await several();
    const chosen = (await staff.officer.give(reference, { type: 'choosePerson', candidate: 1 })).body as RequestPage;
    expect(chosen.identity).toMatchObject({ location: 'one', deliveryContact: null });
    expect(chosen.identity.candidates).toHaveLength(2);
    const proof = { type: 'confirmIdentity', method: 'on_file_letter', words: 'Koodi kirjeestä.' };
    const proven = (await staff.officer.give(reference, proof)).body as RequestPage;
    expect(proven.identity).toMatchObject({ candidates: [], deliveryContact: 's•••@e•••.net' });
  });

  it('may find that it is none of them', async () => {
    const reference = await several();
    const page = (await staff.officer.give(reference, { type: 'choosePerson', candidate: null })).body as RequestPage;
    expect(page.identity).toMatchObject({ location: 'none', deliveryContact: null });
  });

  it.each([2, -1, 0.5])('cannot choose number %s of two', async (candidate) => {
    const reference = await several();
    const answer = await staff.officer.give(reference, { type: 'choosePerson', candidate });
    expect(refusalOf(answer)).toEqual({ status: 400, code: 'invalid-input' });
  });
});

describe('giving a request to somebody', () => {
  it('goes to those who handle requests', async () => {
    const reference = await register(staff);
    const given = await staff.officer.give(reference, { type: 'assign', assignee: staff.approver.id });
    expect((given.body as RequestPage).assignee).toEqual({ id: staff.approver.id, name: 'Testi approver' });
    const taken = await staff.officer.give(reference, { type: 'assign', assignee: null });
    expect((taken.body as RequestPage).assignee).toBeNull();
  });

  it('goes to nobody who only reads, has left, or does not exist', async () => {
    const reference = await register(staff);
    const left = await staff.signIn('officer', `left-${crypto.randomUUID()}`);
    await staff.accounts.disable(left.email);
    for (const assignee of [staff.auditor.id, staff.administrator.id, left.id, 'x', crypto.randomUUID()]) {
      const answer = await staff.officer.give(reference, { type: 'assign', assignee });
      expect(refusalOf(answer)).toEqual({ status: 400, code: 'invalid-input' });
    }
  });
});

describe('a request whose person was forgotten', () => {
  it('takes no more words, because they could not be sealed', async () => {
    const reference = await register(staff);
    await staff.desk.database.query(
      'delete from request_key where request_id = (select id from subject_request where reference = $1)',
      [reference],
    );
    expect(refusalOf(await staff.officer.give(reference, NOTE))).toEqual({ status: 409, code: 'person-forgotten' });
    const page = await staff.officer.page(reference);
    expect(page).toMatchObject({ person: { name: '', email: null, phone: null }, words: '' });
    expect(page.timeline.length).toBeGreaterThan(0);
  });
});

describe('roles', () => {
  it.each(STAFF_ROLES.filter((role) => role === 'auditor' || role === 'administrator'))(
    '%s changes nothing',
    async (role) => {
      const reference = await register(staff);
      const { version } = await staff.officer.page(reference);
      const answer = await staff[role].post(commands(reference), NOTE).set('If-Match', String(version));
      expect(refusalOf(answer)).toEqual({ status: 403, code: 'not-your-role' });
      expect((await staff.officer.page(reference)).version).toBe(version);
    },
  );
});
