import type { SqlSession } from './database.js';

/** Workers tell every minute; who has told nothing for this long is not running any more. */
const GONE_AFTER = `interval '5 minutes'`;

/** All that were ever told, the newest last. `running` only while a process tells them. */
export const RULES_IN_USE = `(select coalesce(jsonb_agg(jsonb_build_object(
    'rules', told.rules, 'running', told.seen_at > artikla.now() - ${GONE_AFTER}) order by told.since, told.rules), '[]')
  from rules_in_use told) as rules_in_use`;

/** One row of `RULES_IN_USE`. */
export interface ToldRules {
  readonly rules: string;
  readonly running: boolean;
}

/** Rules that nobody has told lately are new again: going back to an older release is an update too. */
export const tellRules = (session: SqlSession, rules: string): Promise<readonly unknown[]> =>
  session.query(
    `insert into rules_in_use as told (rules, since, seen_at) values ($1, artikla.now(), artikla.now())
     on conflict (rules) do update set seen_at = artikla.now(),
       since = case when told.seen_at > artikla.now() - ${GONE_AFTER} then told.since else artikla.now() end`,
    [rules],
  );

/**
 * Do newer ones than these run somewhere? `country` begins what two rules have in common. Rules that were never told are
 * newer than all that were.
 */
export const areOutrun = (told: readonly ToldRules[], country: string, rules: string): boolean => {
  const own = told.findIndex((one) => one.rules === rules);
  return own >= 0 && told.slice(own + 1).some((one) => one.running && one.rules.startsWith(`${country} `));
};
