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

const DUE = `select from effect where kind = $1 and state = 'pending' and due_at <= artikla.now() limit 1`;

/**
 * Work that comes by a place: reminders and digests wait for their morning, the rest for somebody who asks. Time is not moved
 * on before what was due in the last morning is done, or it would pile up.
 */
const bait = async ({ town, folk, time }: CrashVisits, point: string): Promise<void> => {
  const kind = point.slice(point.indexOf(':') + 1);
  if (kind !== 'remind' && kind !== 'digest')
    return folk.file(kind === 'marketing-ban-confirmation' ? 'marketing' : 'disowned');
  if ((await town.database.query(DUE, [kind])).length > 0) return;
  if (kind === 'remind') {
    await folk.file('slow');
    await time.move(REMINDED_AFTER_HOURS);
  } else {
    await time.moveToNextDay(DIGEST_AT_HOUR);
    await town.digests.plan();
  }
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
