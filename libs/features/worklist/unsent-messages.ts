import { messageEffect } from '#domain/request/messages';
import { INSTANT_TEXT } from '#persistence/database-time';
import { effectId, NOT_BEGUN } from '#persistence/effect-rows';
import { eventOf } from '#persistence/ledger-rows';
import { wordsBeside } from './words-beside.js';
import type { CorrespondenceMessage } from '#contracts/correspondence';
import type { SqlSession } from '#persistence/database';
import type { EntryRow } from '#persistence/ledger-rows';
import type { RequestFile } from './request-file.js';

interface WaitingRow {
  readonly id: string;
  readonly at: string;
  readonly in_seconds: number;
  readonly not_begun: boolean;
}

/** When each message was taken back, by its number. */
const takenBack = (entries: readonly EntryRow[]): ReadonlyMap<number, string> =>
  new Map(
    entries.flatMap((entry) => {
      const event = eventOf(entry);
      return event.type === 'messageTakenBack' ? [[event.data.message, event.at] as const] : [];
    }),
  );

/** Messages in an officer's own words of which there is no mail: those that wait to be sent, and those taken back. */
export const unsentMessages = async (session: SqlSession, file: RequestFile): Promise<CorrespondenceMessage[]> => {
  const rows = await session.query<WaitingRow>(
    `select id, ${INSTANT_TEXT('due_at')} as at, ${NOT_BEGUN} as not_begun,
       greatest(0, ceil(extract(epoch from due_at - artikla.now())))::int as in_seconds
     from effect where request_id = $1 and state = 'pending' and kind = 'send-letter'
       and not exists (select from message where message.effect_id = effect.id)`,
    [file.id],
  );
  const back = takenBack(file.entries);
  return file.entries
    .filter(({ type }) => type === 'messageWritten')
    .flatMap((entry, index) => {
      const message = index + 1;
      const takenBackAt = back.get(message) ?? null;
      const row = rows.find(({ id }) => id === effectId(file.id, entry.seq, messageEffect(message)));
      if (takenBackAt === null && row === undefined) return [];
      return {
        id: `e${entry.seq}`,
        direction: 'out',
        at: eventOf(entry).at,
        by: entry.actor,
        letter: 'message',
        channel: null,
        subject: null,
        text: wordsBeside(file, entry),
        state: takenBackAt === null ? 'waiting' : null,
        leaves: row?.not_begun === true ? { message, at: row.at, inSeconds: row.in_seconds } : null,
        takenBackAt,
      };
    });
};
