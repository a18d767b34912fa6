import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import supertest from 'supertest';
import { DEFAULT_CLOCK_SETTINGS } from '#domain/clock-settings';
import { changeClockSettings } from '#persistence/clock-settings-rows';
import { CONTROLLER_ID } from '#test/support/desk';
import { openStaffDesk, TODAY, type StaffDesk } from '#test/support/staff';
import { register } from '#test/support/staff-request';
import { feedDocument } from './feed-document.js';

let staff: StaffDesk;
beforeAll(async () => {
  staff = await openStaffDesk();
});
afterAll(() => staff.close());

type Person = StaffDesk['officer'];

/** Makes a feed and gives the path of its address. */
const feedOf = async (person: Person): Promise<string> => {
  const answer = await person.post('/api/v1/me/calendar-feed');
  return new URL((answer.body as { address: string }).address).pathname;
};

/** What a calendar program does: no cookie, no origin. */
const fetchFeed = (path: string, headers: Record<string, string> = {}) =>
  supertest(staff.server).get(path).set(headers);

const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      summary: event.summary,
      from: event.startDate.toString(),
      to: event.endDate.toString(),
      allDay: event.startDate.isDate,
      sequence: event.sequence,
      description: event.description,
      link: String(component.getFirstPropertyValue('url')),
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      modified: String(component.getFirstPropertyValue('last-modified')),
      free: component.getFirstPropertyValue('transp') === 'TRANSPARENT',
    };
  });

const idOf = async (reference: string): Promise<string> => {
  const [row] = await staff.desk.database.query<{ id: string }>('select id from subject_request where reference = $1', [
    reference,
  ]);
  return row?.id ?? '';
};

const assign = async (reference: string, assignee: string) => {
  const approver = { kind: 'staff', id: staff.approver.id, role: 'approver' } as const;
  await staff.desk.ledger.apply(await idOf(reference), { type: 'assign', assignee }, approver);
};

describe('the calendar feed of an officer', () => {
  it('is told of once, when it is made; afterwards only that it is there', async () => {
    expect((await staff.officer.get('/api/v1/me/calendar-feed')).body).toEqual({ createdAt: null });
    const made = await staff.officer.post('/api/v1/me/calendar-feed');
    expect(made.status).toBe(201);
    const { address, createdAt } = made.body as { address: string; createdAt: string };
    expect(address).toMatch(/^http:\/\/localhost:3000\/calendar\/[\w-]{43}\.ics$/);
    expect((await staff.officer.get('/api/v1/me/calendar-feed')).body).toEqual({ createdAt });
  });

  it('holds an all-day event for each date of each request, with the reference, a link, and nobody’s name', async () => {
    const reference = await register(staff, { receivedOn: '2026-11-09' });
    const { text, headers } = await fetchFeed(await feedOf(staff.officer));
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    const events = eventsOf(text).filter(({ uid }) => uid.startsWith(reference));
    expect(events.map(({ uid, summary, from, to }) => ({ uid, summary, from, to }))).toEqual([
      { uid: `${reference}-due@localhost`, summary: `Answer due: ${reference}`, from: '2026-12-09', to: '2026-12-10' },
      {
        uid: `${reference}-internal@localhost`,
        summary: `Our own target: ${reference}`,
        from: '2026-11-24',
        to: '2026-11-25',
      },
      {
        uid: `${reference}-extension@localhost`,
        summary: `Last day to tell about an extension: ${reference}`,
        from: '2026-12-09',
        to: '2026-12-10',
      },
    ]);
    expect(events.every(({ allDay, free }) => allDay && free)).toBe(true);
    expect(events.every(({ link }) => link === `http://localhost:3000/requests/${reference}`)).toBe(true);
    expect(events.every(({ stamp, modified }) => stamp === modified && stamp.startsWith('2026-11-23T'))).toBe(true);
    expect(text).not.toMatch(/Testi|Esimerkki|@example/);
  });

  it('keeps the ids of events and counts their sequence up when the request changes', async () => {
    const reference = await register(staff, { receivedOn: '2026-11-10' });
    const path = await feedOf(staff.officer);
    const before = eventsOf((await fetchFeed(path)).text).find(({ uid }) => uid.startsWith(`${reference}-due`));
    await staff.officer.give(reference, {
      type: 'extendDeadline',
      words: 'Paljon tallenteita.',
      grounds: ['complexity'],
    });
    const after = eventsOf((await fetchFeed(path)).text).filter(({ uid }) => uid.startsWith(reference));
    const due = after.find(({ uid }) => uid === before?.uid);
    expect(due?.from).toBe('2027-02-10');
    expect(due?.sequence).toBeGreaterThan(before?.sequence ?? Number.POSITIVE_INFINITY);
    expect(after.map(({ uid }) => uid)).toContain(`${reference}-refusal@localhost`);
    expect(after.map(({ uid }) => uid)).not.toContain(`${reference}-extension@localhost`);
  });

  it('counts the sequence up, and the moment of change on, when changed settings move a date of an unchanged request', async () => {
    const reference = await register(staff, { receivedOn: '2026-11-11' });
    const path = await feedOf(staff.officer);
    const internal = async () =>
      eventsOf((await fetchFeed(path)).text).find(({ uid }) => uid.startsWith(`${reference}-internal`));
    const before = await internal();
    const settings = { ...DEFAULT_CLOCK_SETTINGS, internalTargets: { share: 0.25, workingDays: {} } };
    const { database, ledger } = staff.desk;
    expect(await changeClockSettings(database, CONTROLLER_ID, 0, settings, staff.officer.id)).toBe(true);
    const id = await idOf(reference);
    await database.query(`update artikla.time_shift set shift = shift + interval '1 minute'`);
    await ledger.refresh(id);
    const after = await internal();
    expect(after?.from).not.toBe(before?.from);
    expect(after?.sequence).toBe((before?.sequence ?? 0) + 1);
    expect([after?.stamp, after?.modified]).toEqual([expect.not.stringMatching(before?.stamp ?? ''), after?.stamp]);
    await ledger.refresh(id);
    expect(await internal()).toEqual(after);
  });

  it('holds the earlier of two dates until an officer has chosen, as reminders do, and says so', async () => {
    const reference = await register(staff, { receivedOn: '2026-11-09' });
    const id = await idOf(reference);
    await staff.desk.database.query(
      `update subject_request set remind_due_on = '2026-12-08', next_action = 'settle_finding' where id = $1`,
      [id],
    );
    const events = eventsOf((await fetchFeed(await feedOf(staff.officer))).text);
    const of = (kind: string) => events.find(({ uid }) => uid.startsWith(`${reference}-${kind}`));
    expect(of('due')?.from).toBe('2026-12-08');
    expect(of('due')?.description).toMatch(/^Changed rules or holidays would give another date\. .*\nhttp/);
    expect(of('internal')?.description).toBe(`http://localhost:3000/requests/${reference}`);
  });

  it('speaks the language of its reader', async () => {
    const reference = await register(staff, { receivedOn: '2026-11-12' });
    const reader = await staff.signIn('officer', 'swedish');
    await staff.desk.database.query(`update staff_user set language = 'sv' where id = $1`, [reader.id]);
    const { text } = await fetchFeed(await feedOf(reader));
    expect(eventsOf(text).map(({ summary }) => summary)).toContain(`Svar senast: ${reference}`);
  });

  it('holds what its reader has and what nobody has; more or less when asked', async () => {
    const [own, others, free] = [await register(staff), await register(staff), await register(staff)];
    await assign(own, staff.officer.id);
    await assign(others, staff.approver.id);
    const path = await feedOf(staff.officer);
    const held = async (scope: string) => {
      const references = new Set(
        eventsOf((await fetchFeed(`${path}${scope}`)).text).map(({ uid }) => uid.slice(0, 11)),
      );
      return [own, others, free].map((reference) => references.has(reference));
    };
    expect(await held('')).toEqual([true, false, true]);
    expect(await held('?scope=mine')).toEqual([true, false, false]);
    expect(await held('?scope=desk')).toEqual([true, true, true]);
    expect(await held('?scope=everything')).toEqual([true, false, true]);
  });

  it('holds for a deputy what the absent one has, from the first day to the last', async () => {
    const absent = await staff.signIn('officer', 'away');
    const deputy = await staff.signIn('officer', 'standing-in');
    const reference = await register(staff);
    await assign(reference, absent.id);
    const path = await feedOf(deputy);
    const holds = async () => (await fetchFeed(`${path}?scope=mine`)).text.includes(`${reference}-due`);
    expect(await holds()).toBe(false);
    const tomorrow = TODAY.add({ days: 1 }).toString();
    await absent.put('/api/v1/me/deputy', { deputy: deputy.id, from: tomorrow, to: tomorrow });
    expect(await holds()).toBe(false);
    await absent.put('/api/v1/me/deputy', { deputy: deputy.id, from: TODAY.toString(), to: tomorrow });
    expect(await holds()).toBe(true);
    await absent.delete('/api/v1/me/deputy');
    expect(await holds()).toBe(false);
  });

  it('counts those of somebody who has left, or handles no requests any more, as nobody’s', async () => {
    const path = await feedOf(staff.officer);
    const leaver = await staff.signIn('officer', 'leaver');
    const changer = await staff.signIn('officer', 'changer');
    const ends = [
      [leaver, () => staff.accounts.disable(leaver.email)],
      [changer, () => staff.desk.database.query(`update staff_user set role = 'auditor' where id = $1`, [changer.id])],
    ] as const;
    for (const [assignee, end] of ends) {
      const reference = await register(staff);
      await assign(reference, assignee.id);
      expect((await fetchFeed(path)).text).not.toContain(`${reference}-due`);
      await end();
      expect((await fetchFeed(path)).text).toContain(`${reference}-due`);
    }
  });
});

describe('an iCalendar document', () => {
  it('has lines of at most 75 octets that end with CRLF, and says across them what it was given', () => {
    const link = `https://tietosuojapyynnöt-ja-määräajat.example/${'ääkköset/'.repeat(12)}`;
    const date = {
      reference: 'K7QX2-M4P00',
      kind: 'extension',
      on: '2026-12-31',
      undecided: false,
      version: 3,
    } as const;
    const text = feedDocument([{ ...date, changedAt: '2026-11-23T10:00:00Z' }], 'fi', 'desk.example', () => link);
    const lines = text.split('\r\n');
    expect(text).not.toMatch(/[^\r]\n/);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(lines.filter((line) => line.startsWith(' ')).length).toBeGreaterThan(2);
    expect([lines[0], ...lines.slice(-2)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
    expect(eventsOf(text)).toMatchObject([{ link, from: '2026-12-31', to: '2027-01-01', sequence: 3 }]);
  });

  it('is the same as long as nothing changes, so that nothing is sent again', async () => {
    const path = await feedOf(staff.officer);
    const { headers } = await fetchFeed(path);
    expect(headers['cache-control']).toBe('private, no-cache');
    const again = await fetchFeed(path, { 'If-None-Match': headers['etag'] ?? '' });
    expect([again.status, again.text]).toEqual([304, '']);
    await register(staff);
    expect((await fetchFeed(path, { 'If-None-Match': headers['etag'] ?? '' })).status).toBe(200);
  });
});

describe('the address of a feed', () => {
  const answerTo = async (path: string) => {
    const { status, text, headers } = await fetchFeed(path);
    return { status, text, type: headers['content-type'], cache: headers['cache-control'] };
  };

  it('opens nothing once another was made, it was ended, or its reader left or handles no requests any more', async () => {
    const [leaver, changed] = [await staff.signIn('officer', 'gone'), await staff.signIn('officer', 'changed')];
    const paths = [await feedOf(staff.officer), await feedOf(leaver), await feedOf(changed)];
    const newer = await feedOf(staff.officer);
    paths.push(newer);
    expect((await fetchFeed(newer)).status).toBe(200);
    expect((await staff.officer.delete('/api/v1/me/calendar-feed')).status).toBe(204);
    await staff.accounts.disable(leaver.email);
    await staff.desk.database.query(`update staff_user set role = 'auditor' where id = $1`, [changed.id]);
    const answers = await Promise.all(
      [...paths, '/calendar/unknown.ics', `/calendar/${'x'.repeat(5000)}.ics`].map(answerTo),
    );
    expect(answers[0]?.status).toBe(404);
    expect(answers[0]?.text).toContain('"code":"not-found"');
    expect(answers.every((answer) => JSON.stringify(answer) === JSON.stringify(answers[0]))).toBe(true);
  });

  it('stands in no table', async () => {
    const path = await feedOf(staff.officer);
    const token = path.slice('/calendar/'.length, -'.ics'.length);
    const rows = await staff.desk.database.query<{ text: string }>(
      'select row::text as text from calendar_feed as row',
    );
    expect(rows).not.toEqual([]);
    const forms = [token, Buffer.from(token, 'base64url').toString('hex'), Buffer.from(token).toString('hex')];
    expect(rows.filter(({ text }) => forms.some((form) => text.includes(form)))).toEqual([]);
  });
});
