import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SECONDS_BEFORE_LEAVING } from '#domain/request/messages';
import { loadSealer } from '#persistence/request-keys';
import { openStaffDesk, refusalOf, type StaffDesk } from '#test/support/staff';
import { asDesk, LETTER, MATCHES, register } from '#test/support/staff-request';
import type { RequestPage } from '#contracts/request-page';
import type { Correspondence, MessagePreview, SimilarAnswer } from '#contracts/correspondence';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
  const profile = await readFile(new URL('../../../data/demo/controller.json', import.meta.url), 'utf8');
  await staff.desk.database.query('update controller set profile = $1', [profile]);
});
afterAll(() => staff.close());

const threadOf = async (reference: string): Promise<Correspondence> =>
  (await staff.auditor.get(`/api/v1/requests/${reference}/correspondence`)).body as Correspondence;

/** Somebody located, seen in person, with a contact on file. */
const proven = async (): Promise<string> => {
  const reference = await register(staff);
  const location = { type: 'recordLocation', location: 'one', candidates: 1, reachable: true } as const;
  await asDesk(staff, reference, location, { ...MATCHES, candidates: MATCHES.candidates.slice(0, 1), chosen: 0 });
  await staff.officer.give(reference, { type: 'confirmIdentity', method: 'in_person', words: 'Kävi tiskillä.' });
  return reference;
};

describe('a message', () => {
  it('is closed while there is no contact that it may go to, and the thread says so', async () => {
    const reference = await register(staff);
    expect((await threadOf(reference)).to).toBeNull();
    const answer = await staff.officer.give(reference, { type: 'writeMessage', words: 'Hei' });
    expect(refusalOf(answer)).toEqual({ status: 409, code: 'no-safe-contact' });
  });

  it('goes to the contact on file, which is shown masked, and its words stand sealed beside its entry', async () => {
    const reference = await proven();
    expect((await threadOf(reference)).to).toEqual({ kind: 'on_file', contact: 'f•••@e•••.org' });
    const page = (await staff.officer.give(reference, { type: 'writeMessage', words: 'Vastaus tulee pian.' })).body as {
      timeline: { type: string; note: string | null; data: object }[];
    };
    expect(page.timeline.at(-1)).toMatchObject({
      type: 'messageWritten',
      note: 'Vastaus tulee pian.',
      data: { notBefore: expect.any(String) },
    });
    const effects = await staff.desk.database.query<{ data: string }>(
      `select data from effect where kind = 'send-letter' and data like '%"message"%'`,
    );
    expect(effects.map(({ data }) => JSON.parse(data) as object)).toContainEqual({
      letter: 'message',
      to: 'delivery',
      message: 1,
    });
  });

  it('stands in the thread with the time at which it leaves, and can be taken back by whoever handles the request', async () => {
    const reference = await proven();
    await staff.officer.give(reference, { type: 'writeMessage', words: 'Vastaus tulee pian.' });
    const [waiting] = (await threadOf(reference)).messages;
    expect(waiting).toMatchObject({
      letter: 'message',
      state: 'waiting',
      text: 'Vastaus tulee pian.',
      takenBackAt: null,
    });
    const { message, at, inSeconds } = waiting?.leaves ?? { message: 0, at: '', inSeconds: 0 };
    expect(message).toBe(1);
    expect(inSeconds).toBeGreaterThan(0);
    expect(inSeconds).toBeLessThanOrEqual(SECONDS_BEFORE_LEAVING);
    const since = Temporal.Instant.from(waiting?.at ?? '')
      .until(at)
      .total('seconds');
    expect(since).toBeCloseTo(SECONDS_BEFORE_LEAVING, 3);

    expect(refusalOf(await staff.auditor.give(reference, { type: 'takeBackMessage', message }))).toMatchObject({
      status: 403,
    });
    const page = (await staff.approver.give(reference, { type: 'takeBackMessage', message })).body as RequestPage;
    const back = page.timeline.at(-1);
    expect(back).toMatchObject({ type: 'messageTakenBack', data: { message: 1 }, note: null });
    expect((await threadOf(reference)).messages).toEqual([
      { ...waiting, state: null, leaves: null, takenBackAt: back?.at },
    ]);
    expect(refusalOf(await staff.officer.give(reference, { type: 'takeBackMessage', message }))).toEqual({
      status: 409,
      code: 'no-message',
    });
  });

  it('cannot be taken back any more once a worker holds it', async () => {
    const reference = await proven();
    await staff.officer.give(reference, { type: 'writeMessage', words: 'Vastaus tulee pian.' });
    await staff.desk.database.query(
      `update effect set lease_owner = 'worker', lease_until = clock_timestamp() + interval '1 minute', attempts = 1
       from subject_request as request where request.id = request_id and reference = $1 and data like '%"message"%'`,
      [reference],
    );
    expect((await threadOf(reference)).messages).toMatchObject([{ state: 'waiting', leaves: null }]);
    const answer = await staff.officer.give(reference, { type: 'takeBackMessage', message: 1 });
    expect(refusalOf(answer)).toEqual({ status: 409, code: 'message-left' });
  });

  it('is previewed as the person gets it, in their language, and nothing is sent', async () => {
    const reference = await proven();
    const words = 'Löysimme *tietosi*.';
    const preview = await staff.officer.post(`/api/v1/requests/${reference}/message-preview`, { words });
    const { subject, text } = preview.body as MessagePreview;
    expect(subject).toContain(reference);
    expect(text).toContain(words);
    expect(text).toContain('Emme koskaan pyydä sinulta henkilötunnusta');
    expect((await threadOf(reference)).messages.filter(({ letter }) => letter === 'message')).toEqual([]);
  });
});

describe('the thread', () => {
  it('holds what somebody wrote down, and hides letters by which somebody could pass for the person', async () => {
    const reference = await proven();
    await staff.officer.give(reference, { type: 'recordMessage', by: 'phone', words: 'Kysyi, milloin vastaus tulee.' });
    const [row] = await staff.desk.database.query<{ id: string }>(
      'select id from subject_request where reference = $1',
      [reference],
    );
    const id = row?.id ?? '';
    for (const [part, letter] of ['challenge', 'clarification-request'].entries()) {
      const mail = crypto.randomUUID();
      const sealer = await loadSealer(staff.desk.database, staff.desk.keyring, id);
      if (sealer === null) throw new Error('a new request without its key');
      const content = { to: { address: 'first@example.org' }, rendered: { subject: 'Aihe', text: 'Teksti', html: '' } };
      await staff.desk.database.query(
        `insert into message (id, request_id, effect_id, part, letter, language, message_id, content_sealed, state, created_at)
         values ($1, $2, $3, 0, $4, 'fi', $5, $6, 'accepted', artikla.now())`,
        [
          mail,
          id,
          `${id}/${part + 1}/send`,
          letter,
          `<${mail}>`,
          sealer.seal(Buffer.from(JSON.stringify(content)), `message:${mail}`),
        ],
      );
    }
    const { messages } = await threadOf(reference);
    const seen = messages.map(({ direction, letter, channel, text }) => ({ direction, letter, channel, text }));
    expect(seen).toContainEqual({ direction: 'out', letter: 'challenge', channel: null, text: null });
    expect(seen).toContainEqual({ direction: 'out', letter: 'clarification-request', channel: null, text: 'Teksti' });
    expect(seen).toContainEqual({
      direction: 'in',
      letter: null,
      channel: 'phone',
      text: 'Kysyi, milloin vastaus tulee.',
    });
  });
});

describe('requests of the same person', () => {
  const related = async (path: string): Promise<SimilarAnswer['requests']> =>
    ((await staff.officer.get(path)).body as SimilarAnswer).requests;

  it('are found by address, phone and whole name, and name nobody', async () => {
    const email = 'sama@example.org';
    const first = await register(staff, { name: 'Sama Ihminen', email, phone: null });
    const second = await register(staff, { name: 'Ihminen Sama', email: null, phone: '040 555 0000' });
    const third = await register(staff, { name: 'Joku Muu', email: 'SAMA@example.org ', phone: '+358 40 5550000' });
    const found = await related(`/api/v1/requests/${third}/related`);
    expect(found.map(({ reference, by }) => ({ reference, by }))).toEqual([
      { reference: second, by: ['phone'] },
      { reference: first, by: ['email'] },
    ]);
    const others = await related(`/api/v1/requests/${first}/related`);
    expect(others.find(({ reference }) => reference === second)?.by).toEqual(['name']);
    expect(JSON.stringify(found)).not.toMatch(/sama|muu|ihminen/i);
  });

  it('are found while a request is typed in, by a body and never by an address', async () => {
    const similar = await staff.officer.post('/api/v1/requests/similar', {
      name: 'Testi',
      email: LETTER.email,
      phone: '',
    });
    const { requests } = similar.body as SimilarAnswer;
    expect(requests.length).toBeGreaterThan(0);
    expect(requests.every(({ by }) => by.includes('email') && !by.includes('name'))).toBe(true);
    const nobody = await staff.officer.post('/api/v1/requests/similar', { name: '', email: '', phone: '' });
    expect(nobody.body).toEqual({ requests: [], more: false });
  });

  it('are the twenty newest, and it is said that there are more', async () => {
    const email = 'monta@example.org';
    const clues = { name: '', email, phone: '' };
    const find = async () => (await staff.officer.post('/api/v1/requests/similar', clues)).body as SimilarAnswer;
    for (let count = 0; count < 20; count += 1) await register(staff, { email, receivedOn: '2026-11-03' });
    expect(await find()).toMatchObject({ more: false, requests: { length: 20 } });
    const oldest = await register(staff, { email, receivedOn: '2026-11-02' });
    const { requests, more } = await find();
    expect([requests.length, more]).toEqual([20, true]);
    expect(requests.map(({ reference }) => reference)).not.toContain(oldest);
  });
});
