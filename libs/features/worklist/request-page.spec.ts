import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { requestPage, type RequestPage } from '#contracts/request-page';
import { insertDocuments } from '#persistence/document-rows';
import { loadSealer } from '#persistence/request-keys';
import { FileStorage } from '#storage/file-storage';
import { openStaffDesk, refusalOf, type StaffDesk } from '#test/support/staff';
import { asDesk, LETTER, MATCHES, register, toResponse } from '#test/support/staff-request';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
});
afterAll(() => staff.close());

const idOf = async (reference: string): Promise<string> => {
  const [row] = await staff.desk.database.query<{ id: string }>('select id from subject_request where reference = $1', [
    reference,
  ]);
  return row?.id ?? '';
};

describe('the page of a request', () => {
  it('is exactly what the contract says, at every turn of its life', async () => {
    const reference = await register(staff, { rights: ['access', 'erasure', 'rectification'] });
    const pages = [await staff.officer.page(reference)];
    pages.push(await toResponse(staff, reference));
    await staff.officer.give(reference, {
      type: 'decideRight',
      right: 'access',
      outcome: 'granted',
      grounds: [],
      words: 'Kaikki annetaan.',
    });
    pages.push(await staff.auditor.page(reference));
    await staff.officer.give(reference, { type: 'withdraw', words: 'Perui soittamalla.' });
    pages.push(await staff.approver.page(reference));
    for (const page of pages) expect(requestPage.parse(page)).toEqual(page);
    expect(pages.at(-1)).toMatchObject({ stage: 'closed', clock: { state: 'stopped', tone: 'closed' } });
  });

  it('shows the statutory date with every step that leads to it', async () => {
    const reference = await register(staff, { receivedOn: '2026-11-02' });
    const { clock } = await staff.officer.page(reference);
    expect(clock).toMatchObject({ state: 'running', receivedOn: '2026-11-02', dueOn: '2026-12-02', pausedSince: null });
    expect(clock.steps.at(0)).toMatchObject({ from: '2026-11-02' });
    expect(clock.steps.at(-1)).toMatchObject({ to: '2026-12-02' });
  });

  it('names registers in the language of its reader', async () => {
    const reference = await register(staff);
    await staff.officer.post('/api/v1/session/language', { language: 'sv' });
    const { rights } = await staff.officer.page(reference);
    expect(rights[0]?.tasks.map(({ registerName }) => registerName)).toEqual([
      'customers sv',
      'calls sv',
      'marketing sv',
    ]);
  });

  it('is found by its reference however it is typed', async () => {
    const reference = await register(staff);
    const typed = ` ${reference.toLowerCase().replace('-', '')}`;
    expect((await staff.officer.get(`/api/v1/requests/${encodeURIComponent(typed)}`)).status).toBe(200);
  });

  it('shows the words beside an entry, and who was located nowhere in the timeline', async () => {
    const reference = await register(staff);
    await toResponse(staff, reference);
    const { timeline } = await staff.officer.page(reference);
    expect(timeline.find(({ type }) => type === 'identityConfirmed')?.note).toBe('Näytti passin tiskillä.');
    expect(JSON.stringify(timeline)).not.toContain('first@example.org');
  });
});

describe('contacts', () => {
  it('are masked, in the page of every reader', async () => {
    const reference = await register(staff);
    await asDesk(
      staff,
      reference,
      { type: 'recordLocation', location: 'several', candidates: 2, reachable: false },
      MATCHES,
    );
    for (const reader of [staff.officer, staff.approver, staff.auditor]) {
      const answer = await reader.get(`/api/v1/requests/${reference}`);
      const { person, identity } = answer.body as RequestPage;
      expect(person).toMatchObject({ name: LETTER.name, email: 't•••@e•••.org', phone: '•••67', masked: true });
      expect(identity.candidates.map(({ hint }) => hint)).toEqual([
        expect.stringMatching(/^customers \w\w · 1001 · f•••@e•••\.org$/),
        expect.stringMatching(/^customers \w\w · 1002 · s•••@e•••\.net$/),
      ]);
      for (const contact of ['testi@example.org', '123 4567', 'first@example.org', 'second@example.net']) {
        expect(answer.text).not.toContain(contact);
      }
    }
  });

  it('are revealed for once, and that stands in the ledger under the name of who looked', async () => {
    const reference = await register(staff);
    const revealed = (await staff.auditor.post(`/api/v1/requests/${reference}/reveal`)).body as RequestPage;
    expect(revealed.person).toMatchObject({ email: 'testi@example.org', phone: '+358 40 123 4567', masked: false });
    expect(revealed.timeline.at(-1)).toMatchObject({ type: 'contactRevealed', actor: `staff:${staff.auditor.id}` });
    expect((await staff.auditor.page(reference)).person.masked).toBe(true);
  });

  it('are not there to be masked when none were given', async () => {
    const reference = await register(staff, { email: null, phone: null });
    expect((await staff.officer.page(reference)).person).toMatchObject({ email: null, phone: null, masked: false });
  });
});

describe('an administrator', () => {
  it('sees no page of a request and reveals nothing', async () => {
    const reference = await register(staff);
    const refused = { status: 403, code: 'not-your-role' };
    expect(refusalOf(await staff.administrator.get(`/api/v1/requests/${reference}`))).toEqual(refused);
    expect(refusalOf(await staff.administrator.post(`/api/v1/requests/${reference}/reveal`))).toEqual(refused);
  });
});

describe('what tasks brought', () => {
  it('is shown: the plan of an erasure, the files of an answer', async () => {
    const reference = await register(staff, { rights: ['erasure'] });
    const requestId = await idOf(reference);
    const sealer = await loadSealer(staff.desk.database, staff.desk.keyring, requestId);
    if (sealer === null) throw new Error('a new request without its key');
    const name = { fi: 'Laskut', sv: 'Fakturor', en: 'Invoices' };
    const lines = [
      { register: 'customers', collection: name, action: 'keep', rows: 2, law: name, until: '2032-12-31' },
      { register: 'customers', collection: name, action: 'delete', rows: 5, law: null, until: null },
    ];
    const stored = await new FileStorage(staff.storageDir).put(
      `${requestId}/plan`,
      Buffer.from(JSON.stringify({ plan: {}, lines })),
      sealer,
    );
    const file = { mediaType: 'application/json', bytes: stored.bytes, sha256: stored.sha256, storageKey: stored.key };
    await insertDocuments(staff.desk.database, requestId, sealer, [
      { ...file, kind: 'erasure_plan', about: 'erasure.customers.plan_erasure.preparation', name: 'plan.json' },
      { ...file, kind: 'package', about: 'erasure', name: 'Päätös.pdf', mediaType: 'application/pdf', bytes: 4321 },
    ]);
    const [right] = (await staff.officer.page(reference)).rights;
    expect(right?.erasurePlan).toEqual(lines);
    expect(right?.documents).toMatchObject([{ name: 'Päätös.pdf', mediaType: 'application/pdf', bytes: 4321 }]);
  });

  it('is awaited until the time to call an erasure off is over', async () => {
    const reference = await register(staff, { rights: ['erasure'] });
    await toResponse(staff, reference);
    await staff.officer.give(reference, {
      type: 'decideRight',
      right: 'erasure',
      outcome: 'granted',
      grounds: [],
      words: '',
    });
    await staff.approver.give(reference, { type: 'approveRight', right: 'erasure' });
    const page = await staff.officer.page(reference);
    const erase = page.rights[0]?.tasks.find(({ kind }) => kind === 'erase');
    const proof = page.identity.proofs[0]?.at ?? '';
    expect(erase).toMatchObject({ released: true, result: null });
    expect(Temporal.Instant.from(erase?.notBefore ?? '')).toEqual(Temporal.Instant.from(proof).add({ hours: 72 }));
  });

  it('that failed for good shows why, and gets another start', async () => {
    const reference = await register(staff, { rights: ['direct_marketing'] });
    const requestId = await idOf(reference);
    await staff.desk.database.query(
      `update effect set state = 'dead', attempts = 12, last_error = 'unavailable'
       where request_id = $1 and kind = 'run-task'`,
      [requestId],
    );
    const failures = (page: RequestPage) => page.rights[0]?.tasks.map(({ failure }) => failure);
    expect(failures(await staff.officer.page(reference))).toEqual(['unavailable']);
    const retried = await staff.officer.post(`/api/v1/requests/${reference}/retry`);
    expect(failures(retried.body as RequestPage)).toEqual([null]);
    const [effect] = await staff.desk.database.query(
      `select state, attempts, due_at <= artikla.now() as due from effect where request_id = $1 and kind = 'run-task'`,
      [requestId],
    );
    expect(effect).toEqual({ state: 'pending', attempts: 0, due: true });
  });
});
