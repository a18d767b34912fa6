import { setTimeout as pause } from 'node:timers/promises';
import { EFFECT_RULES } from '#domain/request/effects';
import { acceptClock } from '#persistence/clock-watermark-rows';
import type { Database } from '#persistence/database';
import type { Fault, Strike } from '#test/chaos/strike';

const BACK_MS = 2_000;
/** Farther than NTP sets a clock. */
const AHEAD_HOURS = 3;
const BEHIND_HOURS = -1 / 3;
const NOTICED_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 100;
/** A worker that has no time to look at the clock does nothing irreversible after ten seconds. */
const ALL_KNOW_MS = 12_000;
/** Every worker that is not overloaded looks once a second. */
const ALL_HAVE_LOOKED_MS = 3_000;
const WATCHED_MS = 3_000;

const IRREVERSIBLE = Object.entries(EFFECT_RULES).flatMap(([kind, rule]) => (rule.irreversible ? [kind] : []));
/** What cannot be taken back and somebody is at; every attempt has a name of its own. */
const ATTEMPTS = `select id || ' by ' || lease_owner as attempt from effect
  where state = 'pending' and lease_owner is not null and kind = any ($1)`;
const OPEN_JUMP = 'select from artikla.clock_jump where ended_at is null';

/** What `look` finds, or null when that does not come true in time; the database may be away meanwhile. */
const comesTrue = async (look: () => Promise<boolean>): Promise<boolean> => {
  const until = performance.now() + NOTICED_WITHIN_MS;
  while (performance.now() < until) {
    if (await look().catch(() => false)) return true;
    await pause(LOOK_EVERY_MS);
  }
  return false;
};

const isOpen = async (database: Database): Promise<boolean> => (await database.query(OPEN_JUMP)).length > 0;

const attempts = async (database: Database): Promise<ReadonlySet<string>> =>
  new Set((await database.query<{ attempt: string }>(ATTEMPTS, [IRREVERSIBLE])).map(({ attempt }) => attempt));

/** Watches that nothing irreversible is begun while the clock is not believed. */
const assertFrozen = async ({ town: { database }, unheeded }: Strike): Promise<void> => {
  if (!(await comesTrue(() => isOpen(database)))) return unheeded('nobody noticed that the clock had jumped');
  await pause(ALL_KNOW_MS);
  const before = await attempts(database);
  const begun = new Set<string>();
  const until = performance.now() + WATCHED_MS;
  while (performance.now() < until) {
    for (const attempt of (await attempts(database)).difference(before)) begun.add(attempt);
    await pause(LOOK_EVERY_MS);
  }
  for (const attempt of begun) unheeded(`begun while nobody knew what time it was: ${attempt}`);
};

const jumpAhead = async (strike: Strike): Promise<void> => {
  const { database, crew } = strike.town;
  // Who has not seen the clock before cannot see it jump ahead.
  await crew.complete();
  await pause(ALL_HAVE_LOOKED_MS);
  await strike.time.setWrong(AHEAD_HOURS);
  try {
    await assertFrozen(strike);
  } finally {
    const accepted = await comesTrue(() => acceptClock(database, 'storm'));
    if (!accepted) strike.unheeded('there was no jump to accept');
  }
};

const fallBehind = async (strike: Strike): Promise<void> => {
  const { database } = strike.town;
  await strike.time.setWrong(BEHIND_HOURS);
  try {
    await assertFrozen(strike);
  } finally {
    await strike.time.setWrong(-BEHIND_HOURS);
    const over = await comesTrue(async () => !(await isOpen(database)));
    if (!over) strike.unheeded('a clock that had come back was not believed');
  }
};

/** The time that the desk goes by, and the clock of the database under it. */
export const TIME_FAULTS: readonly Fault[] = [
  { name: 'time forward a day', weight: 4, strike: ({ time }) => time.move(24) },
  {
    name: 'time back and forward again',
    weight: 2,
    strike: async ({ time, chance }) => {
      const hours = 1 + chance.below(6);
      await time.move(-hours);
      await pause(BACK_MS);
      await time.move(hours);
    },
  },
  { name: 'database clock three hours ahead', weight: 1, strike: jumpAhead },
  { name: 'database clock behind and back', weight: 1, strike: fallBehind },
];
