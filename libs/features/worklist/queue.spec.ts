import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QUEUE_VIEWS, queuePage, type QueuePage, type QueueView } from '#contracts/queue';
import { openStaffDesk, TODAY, type Staff, type StaffDesk } from '#test/support/staff';
import { asDesk, LETTER, register, toResponse } from '#test/support/staff-request';

let staff: StaffDesk;
/** What each request of the desk is about, by reference. */
const about = new Map<string, string>();

beforeAll(async () => {
  staff = await openStaffDesk();
  const file = async (name: string, daysAgo: number) => {
    const reference = await register(staff, { receivedOn: TODAY.subtract({ days: daysAgo }).toString() });
    about.set(reference, name);
    return reference;
  };
  await file('late', 45);
  await file('soon', 26);
  await file('fresh', 0);
  const paused = await file('paused', 3);
  await staff.officer.give(paused, { type: 'requestIdentity', words: 'Miksi', wanted: 'Mitä' });
  const decided = await file('decided', 2);
  await toResponse(staff, decided);
  await staff.officer.give(decided, {
    type: 'decideRight',
    right: 'access',
    outcome: 'granted',
    grounds: [],
    words: '',
  });
  await asDesk(staff, decided, { type: 'recordPackage', right: 'access', documents: 1, manifest: '' });
  const mine = await file('mine', 1);
  await staff.officer.give(mine, { type: 'assign', assignee: staff.officer.id });
  const closed = await file('closed', 5);
  await staff.officer.give(closed, { type: 'withdraw', words: 'Perui.' });
});
afterAll(() => staff.close());

const page = async (query = '', reader: Pick<Staff, 'get'> = staff.officer): Promise<QueuePage> => {
  const answer = await reader.get(`/api/v1/requests?${query}`);
  expect(answer.status).toBe(200);
  return queuePage.parse(answer.body);
};

const names = ({ rows }: QueuePage): (string | undefined)[] => rows.map(({ reference }) => about.get(reference));

const VIEWS: Readonly<Record<QueueView, readonly string[]>> = {
  mine: ['mine'],
  wait_for_me: [],
  due_in_7_days: ['soon'],
  overdue: ['late'],
  unassigned: ['late', 'soon', 'fresh', 'paused', 'decided'],
  four_eyes: ['decided'],
  waiting_for_person: ['paused'],
  paused: ['paused'],
  all_open: ['late', 'soon', 'fresh', 'paused', 'decided', 'mine'],
  closed: ['closed'],
};

describe('a view of the worklist', () => {
  it.each(QUEUE_VIEWS)('%s holds its requests and no other, and its count says how many', async (view) => {
    const shown = await page(`view=${view}`);
    expect(new Set(names(shown))).toEqual(new Set(VIEWS[view]));
    expect(shown.rows).toHaveLength(VIEWS[view].length);
    expect(shown.total).toBe(VIEWS[view].length);
    expect(shown.counts).toEqual(Object.fromEntries(QUEUE_VIEWS.map((one) => [one, VIEWS[one].length])));
  });

  it('“mine” is each reader’s own', async () => {
    expect((await page('view=mine', staff.approver)).rows).toEqual([]);
  });

  it('can be narrowed to one right', async () => {
    expect((await page('right=access')).total).toBe(VIEWS.all_open.length);
    expect(await page('right=erasure')).toMatchObject({ total: 0, rows: [] });
  });
});

describe('a row', () => {
  const row = async (name: string) => {
    const rows = [...(await page()).rows, ...(await page('view=closed')).rows];
    return rows.find(({ reference }) => about.get(reference) === name);
  };

  it('says who asks, what is next, by when, and why', async () => {
    const fresh = await row('fresh');
    expect(fresh).toMatchObject({ person: LETTER.name, tone: 'ok', pausedSince: null, closedOn: null, tasksTotal: 3 });
    expect(fresh?.reason.at(-1)).toMatchObject({ to: fresh?.dueOn });
    expect(fresh?.daysLeft).toBe(TODAY.until(Temporal.PlainDate.from(fresh?.dueOn ?? '')).days);
  });

  it.each([
    ['late', 'overdue'],
    ['soon', 'soon'],
    ['paused', 'paused'],
    ['closed', 'closed'],
  ])('of the %s request has the tone %s', async (name, tone) => {
    expect((await row(name))?.tone).toBe(tone);
  });

  it('shows no contact', async () => {
    const { text } = await staff.officer.get('/api/v1/requests');
    expect(text).not.toContain('testi@example.org');
  });

  it('has no name for an administrator, who sees no personal content', async () => {
    const { rows } = await page('', staff.administrator);
    expect(rows).toHaveLength(VIEWS.all_open.length);
    expect(new Set(rows.map(({ person }) => person))).toEqual(new Set([null]));
  });

  it('agrees with the page of its request, also when a clock has stood still over night', async () => {
    await staff.desk.time.advance(Temporal.Duration.from('P3D'));
    for (const { reference, dueOn, frozenDueOn, daysLeft, tone, reason, nextAction } of (await page()).rows) {
      const request = await staff.officer.page(reference);
      const { clock } = request;
      expect({ dueOn, frozenDueOn, daysLeft, tone, reason }).toEqual({
        dueOn: clock.dueOn,
        frozenDueOn: clock.frozenDueOn,
        daysLeft: clock.daysLeft,
        tone: clock.tone,
        reason: clock.steps,
      });
      expect(nextAction).toEqual(request.nextAction);
    }
  });
});

describe('the order', () => {
  it.each([
    ['next_action', ({ nextAction }: QueuePage['rows'][number]) => nextAction.on],
    ['received', ({ receivedOn }: QueuePage['rows'][number]) => receivedOn],
    ['due', ({ dueOn }: QueuePage['rows'][number]) => dueOn],
  ])('%s is by that date, what has none comes last', async (sort, dateOf) => {
    const dates = (await page(`sort=${sort}`)).rows.map(dateOf);
    expect(dates).toHaveLength(VIEWS.all_open.length);
    expect(dates).toEqual(dates.toSorted((a, b) => (a ?? '9999').localeCompare(b ?? '9999')));
  });
});

describe('paging', () => {
  /** Many requests that share few dates, some without one, so that pages break within a date and within the undated. */
  const COUNT = 175;

  it.each(['view=all_open&sort=next_action', 'view=all_open&sort=due', 'view=all_open&sort=received', 'view=closed'])(
    'through %s shows every request once, whatever its date',
    async (query) => {
      const many = await openStaffDesk();
      try {
        await many.desk.database.query(
          `insert into subject_request (id, controller_id, reference, version, stage, rights, channel, language,
             received_on, received_at, due_on, next_action, next_action_by, next_action_on, frozen, tasks_done,
             tasks_total, closed_on, summary, secret_hash)
           select uuidv7(), (select id from controller), 'R' || n, 1, 'fulfilment', '{access}', 'letter', 'fi',
             date '2026-11-01' + n % 2, now(), case when n % 3 > 0 then date '2026-12-01' + n % 2 end, 'decide',
             'officer', date '2026-11-20' + n % 3, false, 0, 1, case when $2 then date '2026-11-10' + n % 2 end,
             '{"rights":[],"steps":[]}', '\\x00'
           from generate_series(1, $1::int) n`,
          [COUNT, query.includes('closed')],
        );
        const seen: string[] = [];
        let cursor: string | null = null;
        do {
          const { rows, nextCursor }: QueuePage = await page(
            cursor === null ? query : `${query}&cursor=${cursor}`,
            many.officer,
          );
          expect(rows.length).toBeLessThanOrEqual(50);
          seen.push(...rows.map(({ reference }) => reference));
          cursor = nextCursor;
        } while (cursor !== null);
        expect(seen).toHaveLength(COUNT);
        expect(new Set(seen).size).toBe(COUNT);
      } finally {
        await many.close();
      }
    },
  );
});
