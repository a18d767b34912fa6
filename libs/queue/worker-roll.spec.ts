import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDesk, type TestDesk } from '#test/support/desk';
import { WorkerRoll } from './worker-roll.js';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const names = async (): Promise<string[]> =>
  (await desk.database.query<{ name: string }>('select name from artikla.worker_seen order by name')).map(
    ({ name }) => name,
  );

describe('the roll of the workers', () => {
  it('holds each worker from its start until it stops in order', async () => {
    const [one, other] = [new WorkerRoll(desk.database), new WorkerRoll(desk.database)];
    await Promise.all([one.onApplicationBootstrap(), other.onApplicationBootstrap()]);
    expect(await names()).toEqual([one.name, other.name].toSorted());
    await one.beforeApplicationShutdown();
    expect(await names()).toEqual([other.name]);
    await other.beforeApplicationShutdown();
  });

  it('forgets after a day who fell silent, and no sooner', async () => {
    await desk.database.query(`insert into artikla.worker_seen (name, started_at, seen_at)
      select n || ' hours', clock_timestamp(), clock_timestamp() - make_interval(hours => n) from unnest(array[23, 25]) as n`);
    const one = new WorkerRoll(desk.database);
    await one.onApplicationBootstrap();
    await one.beforeApplicationShutdown();
    expect(await names()).toEqual(['23 hours']);
  });
});
