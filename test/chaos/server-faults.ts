import { setTimeout as pause } from 'node:timers/promises';
import type { Fault } from '#test/chaos/strike';

const AWAY_MS = 2_000;

export const SERVER_FAULTS: readonly Fault[] = [
  {
    name: 'Redis emptied',
    weight: 4,
    needs: 'redis',
    strike: async ({ town }) => void (await town.redisClient?.flushall()),
  },
  {
    name: 'Redis connections cut',
    weight: 3,
    needs: 'redis',
    strike: async ({ town }) =>
      void (await town.redisClient?.call('client', 'kill', 'type', 'normal', 'skipme', 'yes')),
  },
  {
    name: 'Redis away and back as it was',
    weight: 2,
    needs: 'redis',
    strike: async ({ town }) => {
      await town.redis?.kill();
      await pause(AWAY_MS);
      await town.redis?.restart();
    },
  },
  {
    name: 'Redis away and back empty',
    weight: 1,
    needs: 'redis',
    strike: async ({ town }) => {
      await town.redisClient?.flushall();
      await town.redis?.kill();
      await pause(AWAY_MS);
      await town.redis?.restart();
    },
  },
  { name: 'database sessions ended', weight: 3, strike: ({ town }) => town.postgres.terminateAll() },
  { name: 'PostgreSQL restarted', weight: 1, strike: ({ town }) => town.postgres.restart() },
  { name: 'PostgreSQL crashed', weight: 1, strike: ({ town }) => town.postgres.crash() },
  {
    name: 'mail server refuses connections',
    weight: 2,
    strike: async ({ town }) => {
      town.office.smtp.shut();
      await pause(AWAY_MS);
      await town.office.smtp.open();
    },
  },
  {
    name: 'every mail in trouble',
    weight: 1,
    strike: async ({ town, trouble }) => {
      town.office.trouble(100);
      await pause(AWAY_MS);
      town.office.trouble(trouble);
    },
  },
];
