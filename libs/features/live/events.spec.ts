import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openStream } from '#test/support/live-stream';
import { openSecondApi } from '#test/support/second-api';
import { openStaffDesk, type Staff, type StaffDesk } from '#test/support/staff';
import { register } from '#test/support/staff-request';
import { Changes } from './changes.js';
import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';

let staff: StaffDesk;
let here: string;
/** Another process of the api on the same database. */
let other: NestExpressApplication;
let there: string;
let reference: string;

const listen = async (app: NestExpressApplication): Promise<string> => {
  await app.listen(0, '127.0.0.1');
  return `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
};

beforeAll(async () => {
  staff = await openStaffDesk();
  here = await listen(staff.app);
  other = await openSecondApi(staff);
  there = await listen(other);
  reference = await register(staff);
});
afterAll(async () => {
  await other.close();
  await staff.close();
});

const opened: Awaited<ReturnType<typeof openStream>>[] = [];
afterEach(() => {
  for (const stream of opened.splice(0)) stream.leave();
});

const stream = async (origin: string, { token }: Pick<Staff, 'token'>, lastId?: string) => {
  const one = await openStream(origin, `${staff.cookieName}=${token}`, lastId);
  opened.push(one);
  return one;
};

/** Adds a note and returns the version that it made. */
const note = async (): Promise<number> => {
  const answer = await staff.officer.give(reference, { type: 'addNote', words: 'Muistiinpano' });
  return (answer.body as { version: number }).version;
};

type Stream = Awaited<ReturnType<typeof stream>>;

/** What is told of one version, however much is told before it. */
const toldOf = async (events: Stream, version: number) => {
  for (;;) {
    const told = await events.changes();
    if (told === null) throw new Error('the stream ended before');
    const change = told.changes?.find((one) => one.version === version);
    if (change !== undefined) return { id: told.id, change };
  }
};

/** Resolves when nothing more comes. */
const ended = async (events: Stream): Promise<void> => {
  while ((await events.changes()) !== null);
};

describe('the stream of events', () => {
  it('tells within two seconds what was done through another process, by ids only', async () => {
    const events = await stream(there, staff.approver);
    expect(await events.ready()).toMatchObject({ resumed: false });
    const from = performance.now();
    const version = await note();
    const { change } = await toldOf(events, version);
    expect(performance.now() - from).toBeLessThan(2000);
    expect(change).toEqual({ reference, version, kind: 'noteAdded' });
  });

  it('is kept, compressed and collected by nothing on the way, and keeps no session alive', async () => {
    const events = await stream(here, staff.officer);
    expect(events.status).toBe(200);
    expect(events.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(events.headers.get('cache-control')).toBe('no-store, no-transform');
    expect(events.headers.get('x-accel-buffering')).toBe('no');
    const guest = await staff.signIn('officer', 'guest');
    await staff.desk.database.query(
      `update staff_session set seen_at = seen_at - interval '20 minutes' where user_id = $1`,
      [guest.id],
    );
    await (await stream(here, guest)).ready();
    const [session] = await staff.desk.database.query<{ left: boolean }>(
      `select seen_at < clock_timestamp() - interval '19 minutes' as left from staff_session where user_id = $1`,
      [guest.id],
    );
    expect(session?.left).toBe(true);
  });

  it('goes on after a break in another process, with what happened meanwhile', async () => {
    const before = await stream(here, staff.approver);
    await before.ready();
    const heard = await toldOf(before, await note());
    before.leave();
    const missed = await note();
    const after = await stream(there, staff.approver, heard.id);
    expect(await after.ready()).toEqual({ resumed: true, id: heard.id });
    expect((await toldOf(after, missed)).change.version).toBe(missed);
  });

  it('tells to look at everything anew where a place is none of this ledger', async () => {
    const events = await stream(here, staff.officer, '999999999999');
    await events.ready();
    expect((await events.changes())?.changes).toBeNull();
  });

  it('tells a page that is just coming up what happened while it loaded', async () => {
    const version = await note();
    const events = await stream(there, staff.approver);
    expect((await events.ready()).resumed).toBe(false);
    expect((await toldOf(events, version)).change.reference).toBe(reference);
  });

  it.each(['-1', 'x', "1' or '1'='1", '9'.repeat(40)])('takes the last id %j for none', async (id) => {
    expect(await (await stream(here, staff.officer, id)).ready()).toMatchObject({ resumed: false });
  });

  it('tells nothing of another organisation', async () => {
    const changes = staff.app.get(Changes);
    const told: unknown[] = [];
    const { token } = await staff.signIn('officer', 'elsewhere');
    const [session] = await staff.desk.database.query<{ hash: string }>(
      `select encode(sha256($1::bytea), 'hex') as hash`,
      [Buffer.from(token)],
    );
    const listener = {
      controllerId: '01900000-0000-7000-8000-0000000000ff',
      session: session?.hash ?? '',
      open: () => undefined,
      tell: (found: unknown) => void told.push(found),
      beat: () => undefined,
      end: () => void told.push('ended'),
    };
    await changes.add(listener, 0);
    const own = await stream(here, staff.officer);
    await own.ready();
    await toldOf(own, await note());
    expect(told).toEqual([]);
    changes.remove(listener);
  });

  it.each([
    ['its person signs out', (somebody: Staff) => somebody.delete('/api/v1/session')],
    ['their account is closed', ({ email }: Staff) => staff.accounts.disable(email)],
    [
      'they have been away too long',
      ({ id }: Staff) =>
        staff.desk.database.query(`update staff_session set seen_at = seen_at - interval '1 hour' where user_id = $1`, [
          id,
        ]),
    ],
  ])('ends within two seconds when %s, wherever that was done', async (_, leave) => {
    const somebody = await staff.signIn('officer', `leaver-${crypto.randomUUID()}`);
    const events = await stream(there, somebody);
    await events.ready();
    const from = performance.now();
    await leave(somebody);
    await ended(events);
    expect(performance.now() - from).toBeLessThan(2000);
    expect((await stream(there, somebody)).status).toBe(401);
  });

  it('is refused to a session that has many already, until one of them is left', async () => {
    const somebody = await staff.signIn('officer', 'collector');
    const streams = await Promise.all(Array.from({ length: 6 }, () => stream(here, somebody)));
    await Promise.all(streams.map(({ ready }) => ready()));
    expect((await stream(here, somebody)).status).toBe(429);
    streams[0]?.leave();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await stream(here, somebody)).status).toBe(200);
  });

  it('asks the database nothing once nobody listens', async () => {
    for (const one of opened.splice(0)) one.leave();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    const [row] = await staff.desk.database.query<{ looks: number }>(
      `select count(*)::int as looks from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
         and query like '%pg_snapshot_xmin%' and state_change > clock_timestamp() - interval '1.2 seconds'`,
    );
    expect(row?.looks).toBe(0);
  });
});
