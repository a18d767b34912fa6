import { setTimeout as pause } from 'node:timers/promises';
import type { DeskTime } from '#test/chaos/desk-time';
import type { Townsfolk } from '#test/chaos/lives';
import type { Town } from '#test/chaos/town';

const LOOK_EVERY_MS = 50;
const BAIT_EVERY_MS = 3_000;
const WITHIN_MS = 480_000;
const REMINDED_AFTER_HOURS = 5 * 24;
const DIGEST_AT_HOUR = 12;

export interface CrashVisits {
  readonly town: Town;
  readonly folk: Townsfolk;
  readonly time: DeskTime;
  /** Called when a worker has died at a point. */
  readonly fell: (point: string) => void;
}

/** Work that comes by a place: reminders and digests wait for their morning, the rest for somebody who asks. */
const bait = async ({ town, folk, time }: CrashVisits, point: string): Promise<void> => {
  if (point.endsWith('digest')) {
    await time.moveToNextDay(DIGEST_AT_HOUR);
    await town.digests.plan();
    return;
  }
  if (point.endsWith('remind')) await time.move(REMINDED_AFTER_HOURS);
  await folk.file(/remind/.test(point) ? 'slow' : /marketing/.test(point) ? 'marketing' : 'disowned');
};

/** Has a worker die at each of these points, whoever comes by first; those that none came by tells the end of the storm. */
export const visitCrashPoints = async (points: readonly string[], visits: CrashVisits): Promise<void> => {
  const { town, fell } = visits;
  const until = performance.now() + WITHIN_MS;
  let left = points;
  let baitAt = 0;
  await town.orders.dieAt(left);
  while (left[0] !== undefined && performance.now() < until) {
    const fallen = town.crew.fellAt();
    const reached = left.filter((point) => fallen.has(point));
    if (reached.length > 0) {
      left = left.filter((point) => !fallen.has(point));
      await town.orders.dieAt(left);
      for (const point of reached) fell(point);
    } else if (performance.now() > baitAt) {
      baitAt = performance.now() + BAIT_EVERY_MS;
      await bait(visits, left[0]).catch(() => undefined);
    }
    await pause(LOOK_EVERY_MS);
  }
  await town.orders.dieAt([]);
};
