import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertDocuments } from '#persistence/document-rows';
import { loadSealer } from '#persistence/request-keys';
import { FileStorage } from '#storage/file-storage';
import { openStaffDesk, refusalOf, type Staff, type StaffDesk } from '#test/support/staff';
import { register } from '#test/support/staff-request';
import type { DocumentKind } from '#persistence/entities/document';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
});
afterAll(() => staff.close());

const PAGE = '<p>Päätös</p><script>alert(1)</script>';

/** Files one document of a request, sealed as the worker does, and returns its id. */
const file = async (reference: string, kind: DocumentKind, name: string): Promise<string> => {
  const { database, keyring } = staff.desk;
  const [request] = await database.query<{ id: string }>('select id from subject_request where reference = $1', [
    reference,
  ]);
  const requestId = request?.id ?? '';
  const sealer = await loadSealer(database, keyring, requestId);
  if (sealer === null) throw new Error('a new request without its key');
  const storage = new FileStorage(staff.storageDir);
  const { key, bytes, sha256 } = await storage.put(`${requestId}/${kind}`, Buffer.from(PAGE), sealer);
  const document = { kind, about: 'access', name, mediaType: 'text/html', bytes, sha256, storageKey: key };
  await insertDocuments(database, requestId, sealer, [document]);
  const [row] = await database.query<{ id: string }>('select id from document where storage_key = $1', [key]);
  return row?.id ?? '';
};

const addressOf = (reference: string, id: string): string => `/api/v1/requests/${reference}/documents/${id}`;

const readings = async (reference: string, reader: Staff) =>
  (await reader.page(reference)).timeline.filter(({ type }) => type === 'documentRead');

describe('a file of an answer', () => {
  it('is read before anybody has approved it, and that stands in the ledger under the name of who read', async () => {
    const reference = await register(staff);
    const id = await file(reference, 'package', 'Päätös.html');
    const readers = [staff.officer, staff.approver, staff.auditor];
    for (const reader of readers) {
      const answer = await reader.get(addressOf(reference, id));
      expect({ status: answer.status, text: answer.text }).toEqual({ status: 200, text: PAGE });
    }
    expect(await readings(reference, staff.officer)).toMatchObject(
      readers.map((reader) => ({ actor: `staff:${reader.id}`, data: { document: id } })),
    );
  });

  it('leaves its reader free to act on what they have just read', async () => {
    const reference = await register(staff);
    const id = await file(reference, 'package', 'Päätös.html');
    const { version } = await staff.approver.page(reference);
    await staff.approver.get(addressOf(reference, id));
    const note = (text: string) =>
      staff.approver
        .post(`/api/v1/requests/${reference}/commands`, { type: 'addNote', words: text })
        .set('If-Match', String(version));
    expect((await note('Luettu.')).status).toBe(200);
    expect(refusalOf(await note('Toinen.'))).toEqual({ status: 412, code: 'version-outdated' });
  });

  it('never opens as a page of the console, and nothing on the way keeps it', async () => {
    const reference = await register(staff);
    const { headers } = await staff.officer.get(
      addressOf(reference, await file(reference, 'package', 'Päätös "1".html')),
    );
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="P??t?s \\"1\\".html"; filename*=UTF-8''P%C3%A4%C3%A4t%C3%B6s%20%221%22.html`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
  });

  it('is read by nobody through another request, nor is anything that is no answer', async () => {
    const [reference, other] = [await register(staff), await register(staff)];
    const answer = await file(reference, 'package', 'Päätös.html');
    const collected = await file(reference, 'collected', 'rows.json');
    for (const address of [
      addressOf(other, answer),
      addressOf(reference, collected),
      addressOf(reference, 'nothing'),
    ]) {
      expect(refusalOf(await staff.officer.get(address))).toEqual({ status: 404, code: 'not-found' });
    }
    expect([...(await readings(reference, staff.officer)), ...(await readings(other, staff.officer))]).toEqual([]);
  });

  it('is gone with the key of its request', async () => {
    const reference = await register(staff);
    const id = await file(reference, 'package', 'Päätös.html');
    await staff.desk.database.query(
      'delete from request_key where request_id = (select id from subject_request where reference = $1)',
      [reference],
    );
    expect(refusalOf(await staff.officer.get(addressOf(reference, id)))).toEqual({ status: 404, code: 'not-found' });
  });

  it('is not for administrators', async () => {
    const reference = await register(staff);
    const id = await file(reference, 'package', 'Päätös.html');
    const refused = { status: 403, code: 'not-your-role' };
    expect(refusalOf(await staff.administrator.get(addressOf(reference, id)))).toEqual(refused);
  });
});
