import { EFFECT_RULES, type EffectData, type EffectKind } from '#domain/request/effects';
import { stillWanted } from '#domain/request/still-wanted';
import { INSTANT_TEXT } from '#persistence/database-time';
import type { FailureView } from '#contracts/request-page';
import type { SqlSession } from '#persistence/database';
import type { RequestFile } from './request-file.js';

/** Attempts after which work that is still tried counts as failing; fewer are the weather of any network. */
const WORTH_TELLING = 3;

interface FailedRow {
  readonly kind: EffectKind;
  readonly data: string;
  readonly code: string;
  readonly retry_at: string | null;
}

const failureView = ({ kind, data, code, retry_at }: FailedRow): FailureView => {
  const { task, letter, right } = JSON.parse(data) as Partial<Record<'task' | 'letter' | 'right', string>>;
  return { effect: kind, about: task ?? letter ?? right ?? null, code, dead: retry_at === null, retryAt: retry_at };
};

/**
 * The work of a request that does not succeed: what was given up first, then by its next attempt. What the request no
 * longer wants, such as a task that somebody has done by hand since, is nobody's worry.
 */
export const listFailures = async (
  session: SqlSession,
  { id, state, standing: { deadlines } }: RequestFile,
): Promise<FailureView[]> => {
  const rows = await session.query<FailedRow>(
    `select kind, data, coalesce(last_error, 'unexpected') as code,
       case when state = 'pending' then ${INSTANT_TEXT('coalesce(retry_at, due_at)')} end as retry_at
     from effect
     where request_id = $1 and kind = any ($2::text[])
       and (state = 'dead' or (state = 'pending' and last_error is not null and attempts >= $3))
     order by state, due_at, id`,
    [id, Object.keys(EFFECT_RULES), WORTH_TELLING],
  );
  return rows
    .filter(({ kind, data }) => stillWanted(state, kind, JSON.parse(data) as EffectData[EffectKind], () => deadlines))
    .map(failureView);
};
