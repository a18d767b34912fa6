import { createHash, randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SECONDS_SINCE } from '#persistence/clock-watermark-rows';
import { Database } from '#persistence/database';
import { RequestContent } from '#persistence/request-content';
import { openJson, sealJson } from '#persistence/request-keys';
import type { RenderedLetter } from '#letters/render-letter';
import type { Language } from '#domain/language';
import type { AnyClaimedEffect } from '#queue/effect-rows';
import type { Compose } from './mail-content.js';

export type MailState = 'ready' | 'sending' | 'dot' | 'accepted' | 'bounced' | 'unknown';

/** What is sealed of a mail: to whom it goes and what it says. */
interface MailContent {
  readonly to: { readonly name?: string; readonly address: string };
  readonly rendered: RenderedLetter;
}

export interface StoredMail {
  readonly id: string;
  readonly letter: string;
  readonly language: Language;
  readonly messageId: string;
  readonly state: MailState;
  readonly content: MailContent;
  /** Seconds since its fate became uncertain, or since the clock last jumped, which must not pass for a wait; null while certain. */
  readonly uncertainFor: number | null;
}

interface MailRow {
  readonly id: string;
  readonly letter: string;
  readonly language: Language;
  readonly message_id: string;
  readonly state: MailState;
  readonly content_sealed: Buffer;
  readonly uncertain_for: number | null;
}

/** More than the mails of one round. */
const ROUND = 1000;

/** The same effect always makes the same Message-ID: it is what a journal is asked for. */
const messageIdOf = (effectId: string, part: number, domain: string): string =>
  `<${createHash('sha256').update(`${effectId}#${part}`).digest('hex').slice(0, 32)}@${domain}>`;

/** Mails with their states. A mail is composed once, kept sealed, and sent as it was composed however often it is tried. */
@Injectable()
export class MailStore {
  constructor(
    private readonly database: Database,
    private readonly content: RequestContent,
  ) {}

  /**
   * The mails of an effect, composed now if they were not before. An effect may have several rounds of mails, from 0: each
   * is composed by itself.
   */
  async of(effect: AnyClaimedEffect, domain: string, compose: Compose, round = 0): Promise<readonly StoredMail[]> {
    const known = await this.#read(effect, round);
    if (known.length > 0) return known;
    await this.#store(effect, domain, compose, round);
    return this.#read(effect, round);
  }

  /** Moves a mail on, if the effect's lease is still held; false when it is lost. */
  async mark(mail: StoredMail, effect: AnyClaimedEffect, state: MailState): Promise<boolean> {
    const rows = await this.database.query(
      `update message set state = $2,
         uncertain_since = case when $2 in ('dot', 'unknown') then coalesce(uncertain_since, clock_timestamp()) end
       where id = $1 and state <> 'accepted'
         and exists (select from effect where id = $3 and lease_owner = $4 and state = 'pending')
       returning id`,
      [mail.id, state, effect.id, effect.leaseOwner],
    );
    return rows.length > 0;
  }

  /** Accepted wins from any state and without any lease: the server has it, whatever else happened meanwhile. */
  async accept(mail: StoredMail): Promise<void> {
    await this.database.query(
      `update message set state = 'accepted', uncertain_since = null, accepted_at = artikla.now() where id = $1`,
      [mail.id],
    );
  }

  async #read(effect: AnyClaimedEffect, round: number): Promise<StoredMail[]> {
    const rows = await this.database.query<MailRow>(
      `select id, letter, language, message_id, state, content_sealed,
         ${SECONDS_SINCE('uncertain_since')} as uncertain_for
       from message where effect_id = $1 and part >= $2 and part < $3 order by part`,
      [effect.id, round * ROUND, (round + 1) * ROUND],
    );
    if (rows.length === 0) return [];
    const sealer = await this.content.sealer(effect.requestId);
    return rows.map((row) => ({
      id: row.id,
      letter: row.letter,
      language: row.language,
      messageId: row.message_id,
      state: row.state,
      content: openJson<MailContent>(sealer, row.content_sealed, `message:${row.id}`),
      uncertainFor: row.uncertain_for,
    }));
  }

  async #store(effect: AnyClaimedEffect, domain: string, compose: Compose, round: number): Promise<void> {
    const sealer = await this.content.sealer(effect.requestId);
    await this.database.transaction(async (session) => {
      const mails = await compose(session);
      for (const [place, { to, language, letter, rendered }] of mails.entries()) {
        const id = randomUUIDv7();
        const part = round * ROUND + place;
        await session.query(
          `insert into message (id, request_id, effect_id, part, letter, language, message_id, content_sealed, state, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, 'ready', artikla.now())`,
          [
            id,
            effect.requestId,
            effect.id,
            part,
            letter,
            language,
            messageIdOf(effect.id, part, domain),
            sealJson(sealer, { to, rendered }, `message:${id}`),
          ],
        );
      }
    });
  }
}
