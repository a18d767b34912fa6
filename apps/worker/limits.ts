import { USUAL_LIMITS, type EngineLimits } from '#queue/engine-limits';
import type { Settings } from '#contracts/settings';

/** What the settings allow the engine. */
export const workerLimits = ({
  REGISTER_CONCURRENCY,
  MAIL_DOMAIN_CONCURRENCY,
}: Pick<Settings, 'REGISTER_CONCURRENCY' | 'MAIL_DOMAIN_CONCURRENCY'>): EngineLimits => ({
  ...USUAL_LIMITS,
  lanes: { register: REGISTER_CONCURRENCY, mail: MAIL_DOMAIN_CONCURRENCY },
});
