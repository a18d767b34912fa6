import { Injectable } from '@nestjs/common';
import { mailableTo } from '#domain/request/reactions';
import { INSTANT_TEXT } from '#persistence/database-time';
import { Database } from '#persistence/database';
import { entryOfEffect } from '#persistence/effect-entry';
import { eventOf } from '#persistence/ledger-rows';
import { openJson } from '#persistence/request-keys';
import { maskEmail } from './masking.js';
import { deliveryContact } from './person-view.js';
import { unsentMessages } from './unsent-messages.js';
import { wordsBeside } from './words-beside.js';
import type { Correspondence, CorrespondenceMessage } from '#contracts/correspondence';
import type { MessageChannel } from '#domain/request/vocabulary';
import type { RenderedLetter } from '#letters/render-letter';
import type { RequestFile } from './request-file.js';

/** Letters that hold no link or code by which somebody else could pass for the person. */
const READABLE: readonly string[] = [
  'message',
  'identity-request',
  'clarification-request',
  'question-reminder',
  'extension-notice',
  'marketing-ban-confirmation',
];

type State = NonNullable<CorrespondenceMessage['state']>;

const STATES: Readonly<Record<string, State>> = { accepted: 'accepted', bounced: 'bounced', unknown: 'unknown' };

interface MailRow {
  readonly id: string;
  readonly effect_id: string;
  readonly letter: string;
  readonly state: string;
  readonly content_sealed: Buffer;
  readonly at: string;
}

/** What the person and the desk have written to each other, as far as staff may read it. */
@Injectable()
export class CorrespondenceReader {
  constructor(private readonly database: Database) {}

  async read(file: RequestFile): Promise<Correspondence> {
    // In this order, so that no message is in the thread twice.
    const sent = await this.#sent(file);
    const messages = [...sent, ...(await unsentMessages(this.database, file)), ...received(file)];
    return { messages: messages.toSorted((one, other) => (one.at < other.at ? -1 : 1)), to: addressee(file) };
  }

  async #sent({ id, entries, content }: RequestFile): Promise<CorrespondenceMessage[]> {
    const mails = await this.database.query<MailRow>(
      `select id, effect_id, letter, state, content_sealed, ${INSTANT_TEXT('coalesce(accepted_at, created_at)')} as at
       from message where request_id = $1 and letter not in ('reminder', 'disowned-alert') order by created_at`,
      [id],
    );
    return mails.map((mail) => {
      const rendered =
        content === null || !READABLE.includes(mail.letter)
          ? null
          : openJson<{ rendered: RenderedLetter }>(content.sealer, mail.content_sealed, `message:${mail.id}`).rendered;
      return {
        id: mail.id,
        direction: 'out',
        at: mail.at,
        by: entries.find(({ seq }) => seq === entryOfEffect(mail.effect_id))?.actor ?? 'desk',
        letter: mail.letter,
        channel: null,
        subject: rendered?.subject ?? null,
        text: rendered?.text ?? null,
        state: STATES[mail.state] ?? 'waiting',
        leaves: null,
        takenBackAt: null,
      };
    });
  }
}

/** What came in stands in the ledger: the replies to questions, and other messages that somebody wrote down. */
const received = (file: RequestFile): CorrespondenceMessage[] =>
  file.entries
    .filter(({ type }) => type === 'messageRecorded' || type === 'replyRecorded')
    .map((entry) => ({
      id: `e${entry.seq}`,
      direction: 'in',
      at: eventOf(entry).at,
      by: entry.actor,
      letter: null,
      channel: (JSON.parse(entry.data) as { by?: MessageChannel }).by ?? null,
      subject: null,
      text: wordsBeside(file, entry),
      state: null,
      leaves: null,
      takenBackAt: null,
    }));

const addressee = (file: RequestFile): Correspondence['to'] => {
  const kind = mailableTo(file.state);
  const contact = deliveryContact(file);
  return kind === null || contact === null ? null : { kind, contact: maskEmail(contact) };
};
