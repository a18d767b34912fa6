import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { acceptClock, readClock } from '#persistence/clock-watermark-rows';
import { openDesk, type TestDesk } from '#test/support/desk';
import { ClockWatermark } from './clock-watermark.js';
import { ALL_KINDS } from './effect-rows.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What staff are told goes on, and so does what can be done again. */
const GOES_ON = ['locate-person', 'build-package', 'remind', 'alert', 'digest', 'alarm'];

let desk: TestDesk;
beforeAll(async () => {
  Logger.overrideLogger(false);
  desk = await openDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  await desk.database.query('delete from artikla.clock_jump');
  await desk.database.query('update artikla.clock_watermark set mark = clock_timestamp()');
});

/** A worker whose own count of time is in the hands of the test: the database jumps when they do not go together. */
const worker = async () => {
  let lost = 0;
  const watermark = new ClockWatermark(desk.database, () => performance.now() - lost);
  await watermark.look();
  return {
    watermark,
    /** The database's clock runs ahead (or back) of time by so much, as this worker sees it. */
    jump: async (by: number) => {
      lost += by;
      await watermark.look();
    },
    get frozen(): boolean {
      return watermark.allowed(ALL_KINDS).length < ALL_KINDS.length;
    },
  };
};

/** The clock has shown later times than it shows now. */
const setMark = (ahead: number) =>
  desk.database.query(`update artikla.clock_watermark set mark = clock_timestamp() + make_interval(secs => $1)`, [
    ahead / 1000,
  ]);

describe('a clock that goes as time does', () => {
  it('holds nothing up, and raises the mark', async () => {
    await setMark(-HOUR);
    expect((await worker()).frozen).toBe(false);
    const { clock, mark } = await readClock(desk.database);
    expect(clock - mark).toBeLessThan(MINUTE);
  });

  it('may be set by NTP: back by less than five minutes, ahead by less than an hour', async () => {
    await setMark(4 * MINUTE);
    const one = await worker();
    await one.jump(59 * MINUTE);
    expect(one.frozen).toBe(false);
  });

  it('is not the time of the desk, which a demo moves as it likes', async () => {
    const one = await worker();
    await desk.time.advance(Temporal.Duration.from({ days: 30 }));
    await one.watermark.look();
    expect(one.frozen).toBe(false);
    await desk.time.advance(Temporal.Duration.from({ days: -30 }));
  });

  it('is asked again before anything irreversible once nobody has looked for ten seconds', async () => {
    const one = await worker();
    let passed = 0;
    const later = new ClockWatermark(desk.database, () => passed);
    expect(later.allowed(ALL_KINDS)).toEqual(GOES_ON);
    await later.look();
    expect(later.allowed(ALL_KINDS)).toEqual(ALL_KINDS);
    await later.look();
    passed += 10_000;
    expect(later.allowed(ALL_KINDS)).toEqual(GOES_ON);
    expect(one.frozen).toBe(false);
  });
});

describe.each([
  ['falls behind what it has shown', () => setMark(6 * MINUTE), 0],
  ['runs more than an hour ahead of the time that passed', () => Promise.resolve(), 61 * MINUTE],
])('a clock that %s', (_what, prepare, by) => {
  const jumped = async () => {
    const one = await worker();
    await prepare();
    await one.jump(by);
    return one;
  };

  it('stops what cannot be taken back, and nothing else', async () => {
    const { watermark } = await jumped();
    expect(watermark.allowed(ALL_KINDS)).toEqual(GOES_ON);
  });

  it('stops it in every worker, also one that starts afterwards', async () => {
    const other = await worker();
    await jumped();
    await other.watermark.look();
    expect(other.frozen).toBe(true);
    expect((await worker()).frozen).toBe(true);
  });

  it('leaves the mark where the clock could be trusted', async () => {
    await setMark(0);
    const before = (await readClock(desk.database)).mark;
    await jumped();
    await (await worker()).watermark.look();
    expect((await readClock(desk.database)).mark).toBeLessThanOrEqual(before + 6 * MINUTE + MINUTE);
  });

  it('is believed again once somebody has accepted it, and counts from there', async () => {
    const one = await jumped();
    expect(await acceptClock(desk.database, 'somebody')).toBe(true);
    expect(await acceptClock(desk.database, 'somebody')).toBe(false);
    await one.watermark.look();
    expect(one.frozen).toBe(false);
    await one.jump(61 * MINUTE);
    expect(one.frozen).toBe(true);
  });

  it('is believed again by itself when it has come back', async () => {
    const one = await jumped();
    if (by === 0) await setMark(MINUTE);
    // The database's own clock cannot be set here, so what was seen of it is moved instead.
    await desk.database.query(`update artikla.clock_jump set seen = seen + make_interval(secs => $1)`, [by / 1000]);
    await one.jump(-by);
    await one.watermark.look();
    expect(one.frozen).toBe(false);
    expect(await desk.database.query('select ended_by from artikla.clock_jump')).toEqual([{ ended_by: null }]);
  });
});

describe('a worker that has seen no jump', () => {
  it('does not end one that another has noted', async () => {
    const [one, other] = [await worker(), await worker()];
    await one.jump(2 * HOUR);
    await other.watermark.look();
    await other.watermark.look();
    expect(other.frozen).toBe(true);
  });
});

describe('two workers that find the same jump', () => {
  it('note it once', async () => {
    const all = await Promise.all([worker(), worker(), worker()]);
    await Promise.all(all.map((one) => one.jump(2 * HOUR)));
    expect(await desk.database.query('select direction from artikla.clock_jump')).toEqual([{ direction: 'ahead' }]);
  });
});
