import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { queueSort, type QueueQuery } from '#contracts/queue';
import { pick } from './queue-filters.js';
import { orderOf, type QueuePlace } from './queue-order.js';
import { placeOf, rowsAfter } from './queue-walk.js';

const TODAY = '2026-12-01';
const REQUESTS = 40;
const PAGE = 6;

let desk: TestDesk;

/** Dates that repeat and overlap: some due long ago, some today, some later, some without a next step. */
beforeAll(async () => {
  desk = await openDesk();
  for (let filed = 0; filed < REQUESTS; filed += 1) await fileRequest(desk, ['access']);
  await desk.database.query(
    `update subject_request set due_on = $1::date + (place % 19 - 9), received_on = $1::date - 20 - place % 7,
       next_action_on = case when place % 5 > 0 then $1::date - 3 + place % 11 end
     from (select id as own, row_number() over (order by id)::int as place from subject_request) as placed where id = own`,
    [TODAY],
  );
});
afterAll(() => desk.close());

type Sort = QueueQuery['sort'];

const walk = async (view: 'overdue' | 'due_in_7_days', sort: Sort): Promise<string[]> => {
  const reading = { readerId: '01900000-0000-7000-8000-00000000000a', today: TODAY, persons: true };
  const order = orderOf({ view, sort });
  const ids: string[] = [];
  for (let place: QueuePlace | null = null; ;) {
    const rows = await rowsAfter(desk.database, pick({ view, sort }, reading, desk.keyring), order, place, PAGE);
    ids.push(...rows.map(({ id }) => id));
    const last = rows.at(-1);
    if (rows.length < PAGE || last === undefined) return ids;
    place = placeOf(last, order);
  }
};

const COLUMNS = { next_action: 'next_action_on', due: 'due_on', received: 'received_on' } as const;
const HELD = { overdue: 'due_on < $1::date', due_in_7_days: 'due_on between $1::date and $1::date + 7' } as const;

const sorted = async (view: keyof typeof HELD, sort: Sort): Promise<string[]> => {
  const column = COLUMNS[sort.replace('-', '') as keyof typeof COLUMNS];
  const way = sort.startsWith('-') ? 'desc' : 'asc';
  const rows = await desk.database.query<{ id: string }>(
    `select id from subject_request where ${HELD[view]}
     order by ${column} ${way} nulls last, case when ${column} is null then id end, id ${way}`,
    [TODAY],
  );
  return rows.map(({ id }) => id);
};

describe('a view that is walked one due date at a time', () => {
  it.each(
    queueSort.options.flatMap((sort) => (['overdue', 'due_in_7_days'] as const).map((view) => [view, sort] as const)),
  )('shows %s sorted by %s in the same order as one sort of all, page after page', async (view, sort) => {
    const walked = await walk(view, sort);
    expect(walked.length).toBeGreaterThan(2 * PAGE);
    expect(walked).toEqual(await sorted(view, sort));
  });
});
