import { DESK_EFFECT_RULES, type DeskEffectData, type DeskEffectKind } from '#domain/desk-effects';
import type { SqlSession } from './database.js';

/** Days for which what the desk did on its own behalf is kept, with its mails. */
const KEPT_DAYS = 30;

/** An effect of the desk itself. The same id is the same effect, however often it is asked for. */
export type NewDeskEffect = {
  [K in DeskEffectKind]: {
    readonly id: string;
    readonly kind: K;
    readonly data: DeskEffectData[K];
    /** An instant, ISO 8601. */
    readonly dueAt: string;
  };
}[DeskEffectKind];

/** Plans what is not there yet, and how many that were. */
export const planDeskEffects = async (
  session: SqlSession,
  controllerId: string,
  effects: readonly NewDeskEffect[],
): Promise<number> => {
  const planned = await session.query(
    `insert into effect (id, controller_id, kind, queue, data, due_at)
     select id, $1, kind, queue, data, due_at
     from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[]) as new (id, kind, queue, data, due_at)
     on conflict (id) do nothing returning id`,
    [
      controllerId,
      effects.map(({ id }) => id),
      effects.map(({ kind }) => kind),
      effects.map(({ kind }) => DESK_EFFECT_RULES[kind].queue),
      effects.map(({ data }) => JSON.stringify(data)),
      effects.map(({ dueAt }) => dueAt),
    ],
  );
  return planned.length;
};

/** Removes what is long over, so that nothing grows for ever. */
export const forgetDeskEffects = async (session: SqlSession): Promise<void> => {
  await session.query(
    `with old as (
       delete from effect where request_id is null and state <> 'pending'
         and due_at < artikla.now() - make_interval(days => $1) returning id
     ) delete from message using old where message.effect_id = old.id`,
    [KEPT_DAYS],
  );
};
