import { deskCalendars } from '#calendars/desk-calendars';
import { DigestSections } from '#features/correspondence/digest-sections';
import { unremindedRequests } from '#features/deadlines/missing-reminders';
import { BEGINNING, type WatchPlace } from '#features/deadlines/watch-place';
import { deskMetrics } from '#features/operations/desk-metrics';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { insist, type Bench } from '#test/bench/bench';
import { largestDesk } from '#test/bench/open/open-desk';
import { PROJECT } from '#test/bench/project';

/** As the watch over reminders does it. */
const SLICE = 3000;
const MOST = 100;
const TIMES = { full: 100, quick: 2 };

const READER = {
  id: '01900000-0000-7000-8000-00000000000b',
  email: 'approver@example.com',
  name: 'Testi Hyväksyjä',
  language: 'en',
  role: 'approver',
} as const;

interface Place {
  readonly country: string;
  readonly timeZone: string;
}

/** Milliseconds of each run, after one that is not counted. */
const timesOf = async (times: number, work: () => Promise<void>): Promise<number[]> => {
  await work();
  const taken: number[] = [];
  for (let done = 0; done < times; done += 1) {
    const begun = performance.now();
    await work();
    taken.push(performance.now() - begun);
  }
  return taken;
};

/** What the desk does of itself, again and again, must not cost more the more requests are open. */
export const upkeep: Bench = {
  name: 'upkeep',
  measures: 'milliseconds of what the desk does of itself with 1,000,000 open requests: watch, digest, metrics',
  run: async (run) => {
    const { pool } = await largestDesk(run);
    const times = TIMES[run.quick ? 'quick' : 'full'];
    const database = new Database(pool);
    const [place] = await database.query<Place>('select country, time_zone as "timeZone" from controller limit 1');
    insist(place !== undefined, 'the desk has an organisation');
    const counting = (await new DeskClock(database, await deskCalendars(PROJECT)).read()).in(place);

    let at: WatchPlace | null = null;
    const look = async (): Promise<void> => {
      const { missing, upTo } = await unremindedRequests(database, counting, at ?? BEGINNING, SLICE, MOST);
      insist(missing.length === 0, 'no reminder is missing');
      at = upTo;
    };
    const sections = new DigestSections(database);
    const digest = async (): Promise<void> => {
      const told = await sections.of(READER, counting, place.timeZone, (reference) => reference);
      insist(told.length > 0, 'a digest tells of something');
    };
    const metrics = async (): Promise<void> => {
      insist((await deskMetrics(database)).includes('artikla_effects_due'), 'the metrics tell what is due');
    };
    const figures = [
      { name: 'watch', what: `Look for missing reminders at ${SLICE} requests`, work: look, target: { atMost: 50 } },
      { name: 'digest', what: 'Morning digest of an approver', work: digest, target: { atMost: 100 } },
      { name: 'metrics', what: 'Metrics of the whole desk', work: metrics, target: { atMost: 25 } },
    ];
    for (const { name, what, work, target } of figures) {
      run.report({ name: `upkeep.${name}`, what, unit: 'ms', values: await timesOf(times, work), target });
    }
  },
};
