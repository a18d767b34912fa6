import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { unremindedRequests, type UnremindedRequest } from './missing-reminders.js';
import { BEGINNING, keepPlace, readPlace, takeTurn, type WatchPlace } from './watch-place.js';

const REQUESTS = 7;

let desk: TestDesk;
let ids: string[];

beforeAll(async () => {
  desk = await openDesk();
  ids = [];
  for (let filed = 0; filed < REQUESTS; filed += 1) ids.push((await fileRequest(desk, ['access'])).requestId);
  await desk.database.query(
    `update subject_request set remind_due_on = null, received_on = received_on - (random() * 9)::int`,
  );
  await desk.database.query(`delete from effect where kind = 'remind'`);
});
afterAll(() => desk.close());

const counting = async () => (await desk.clock.read()).in({ country: 'FI', timeZone: 'Europe/Helsinki' });

/** All that a round finds, with the number of looks that it took. */
const round = async (slice: number, most: number) => {
  const found: UnremindedRequest[] = [];
  let looks = 0;
  for (let place: WatchPlace | null = BEGINNING; place !== null; looks += 1) {
    const looked = await unremindedRequests(desk.database, await counting(), place, slice, most);
    found.push(...looked.missing);
    place = looked.upTo;
  }
  return { found: found.map(({ id }) => id), looks };
};

describe('a round of the watch over reminders', () => {
  it.each([
    [100, 100, 1],
    [3, 100, 3],
    [100, 2, 4],
    [7, 7, 2],
  ])('meets each open request once, in slices of %i with at most %i finds', async (slice, most, looks) => {
    const met = await round(slice, most);
    expect(met.found.toSorted()).toEqual(ids.toSorted());
    expect(met.looks).toBe(looks);
  });

  it('passes over what is closed', async () => {
    const [closed = '', ...open] = ids;
    await desk.database.query('update subject_request set closed_on = received_on where id = $1', [closed]);
    expect((await round(2, 100)).found.toSorted()).toEqual(open.toSorted());
    await desk.database.query('update subject_request set closed_on = null where id = $1', [closed]);
  });
});

describe('the place of the watch', () => {
  it('is taken by one of many workers at a time, until its turn is over', async () => {
    const turns = await Promise.all([1, 2, 3, 4].map(() => takeTurn(desk.database, 60)));
    expect(turns.filter(Boolean)).toHaveLength(1);
    expect(await takeTurn(desk.database, 60)).toBe(false);
    await desk.database.query(`update reminder_watch set looked_at = looked_at - interval '2 minutes'`);
    expect(await takeTurn(desk.database, 60)).toBe(true);
  });

  it('outlives the worker that kept it, and begins anew after the last request', async () => {
    const place = { receivedOn: '2026-11-02', id: ids[0] ?? '' };
    await keepPlace(desk.database, place);
    expect(await readPlace(desk.database)).toEqual(place);
    await keepPlace(desk.database, null);
    expect(await readPlace(desk.database)).toEqual(BEGINNING);
  });
});
