import type { ReminderCause } from '#letters/letter-parameters';
import type { SqlSession } from '#persistence/database';
import type { AnyClaimedEffect } from '#queue/effect-rows';

/** A summary of the queue itself would tell the reader of the queue nothing. */
const NOT_SHOWN: readonly string[] = ['digest'];

/** Of each reader; the console shows far fewer, and what was mailed stands in the ledger of its request. */
const KEPT = 500;

/** Lets the console show each reader what is mailed to them; in the transaction that stores the mails. */
export const noteForConsole = async (
  session: SqlSession,
  { id, requestId }: AnyClaimedEffect,
  letter: string,
  readers: readonly { readonly id: string }[],
  causes: readonly ReminderCause[],
): Promise<void> => {
  if (NOT_SHOWN.includes(letter)) return;
  await session.query(
    `insert into staff_notice (user_id, effect_id, letter, request_id, causes, at)
     select user_id, $2, $3, $4, $5, artikla.now() from unnest($1::uuid[]) as user_id
     on conflict (effect_id, user_id) do nothing`,
    [readers.map((reader) => reader.id), id, letter, requestId, JSON.stringify(causes)],
  );
};

/** Removes what is far behind the newest of each reader, so that nothing grows for ever. */
export const forgetOldNotices = async (session: SqlSession): Promise<void> => {
  await session.query(
    `delete from staff_notice using staff_user cross join lateral (
       select own.id from staff_notice own where own.user_id = staff_user.id order by own.id desc offset $1 limit 1) as last
     where staff_notice.user_id = staff_user.id and staff_notice.id <= last.id`,
    [KEPT],
  );
};
