import type { ReminderCause } from '#letters/letter-parameters';
import type { SqlSession } from '#persistence/database';
import type { AnyClaimedEffect } from '#queue/effect-rows';

/** A summary of the queue itself would tell the reader of the queue nothing. */
const NOT_SHOWN: readonly string[] = ['digest'];

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
