import { Inject, Injectable } from '@nestjs/common';
import { mailAddressOf } from '#letters/mail-address';
import { MailNotSent, MailUncertain } from '#letters/mail-errors';
import { Turns } from '#persistence/turns';
import { crashPoint } from '#queue/crash-point';
import { EffectFailure } from '#queue/effect-failure';
import { MailStore, type StoredMail } from './mail-store.js';
import type { MailJournal } from '#letters/mail-journal';
import type { MailTransport } from '#letters/mail-transport';
import type { AnyClaimedEffect } from '#queue/effect-rows';

export const MAIL_TRANSPORT = Symbol('MAIL_TRANSPORT');
export const MAIL_JOURNAL = Symbol('MAIL_JOURNAL');

/** Seconds after which a mail of unknown fate is sent again with the same Message-ID: late twice is better than never. */
const GRACE_SECONDS = 120;

/** Connections of one process to its mail server at a time: whoever comes with many is put off by it (421). */
const CONNECTIONS = 12;

export interface Sender {
  readonly name: string;
  readonly address: string;
}

/**
 * Sends one stored mail: ready → sending → dot → accepted, bounced or unknown. The marker `dot` is committed before the
 * first byte of the message leaves; before it every error is a safe retry, after it the journal is asked what became of
 * the mail (durability, section 2). Promise: accepted once whenever the journal can be read, otherwise at least once
 * with the same Message-ID; never zero.
 */
@Injectable()
export class MailSender {
  readonly #connections = new Turns(CONNECTIONS);

  constructor(
    private readonly mails: MailStore,
    @Inject(MAIL_TRANSPORT) private readonly transport: MailTransport,
    @Inject(MAIL_JOURNAL) private readonly journal: MailJournal,
  ) {}

  /** Resolves with what finally became of it; throws `EffectFailure` when it must be tried again. */
  async send(mail: StoredMail, effect: AnyClaimedEffect, from: Sender): Promise<'accepted' | 'bounced'> {
    if (mail.state === 'accepted' || mail.state === 'bounced') return mail.state;
    if ((mail.state === 'dot' || mail.state === 'unknown') && (await this.#wasAccepted(mail))) return 'accepted';
    const to = mailAddressOf(mail.content.to.address);
    const sender = mailAddressOf(from.address);
    if (sender === null) throw new EffectFailure('sender-address-invalid');
    if (to === null) return this.#bounce(mail, effect);
    await this.#mark(mail, effect, 'sending');
    await crashPoint(`before-mail:${mail.letter}`);
    try {
      const outgoing = {
        messageId: mail.messageId,
        from: { name: from.name, address: sender },
        to: { ...mail.content.to, address: to },
        ...mail.content.rendered,
        language: mail.language,
        autoSubmitted: 'auto-generated',
      } as const;
      await this.#connections.take(() => this.transport.send(outgoing, () => this.#mark(mail, effect, 'dot')));
    } catch (error) {
      return this.#failed(mail, effect, error);
    }
    await crashPoint(`after-mail:${mail.letter}`);
    await this.mails.accept(mail);
    return 'accepted';
  }

  async #wasAccepted(mail: StoredMail): Promise<boolean> {
    const verdict = await this.journal.find(mail.messageId);
    if (verdict === 'accepted') {
      await this.mails.accept(mail);
      return true;
    }
    const patience = verdict === 'absent' ? this.journal.lagSeconds : GRACE_SECONDS;
    if ((mail.uncertainFor ?? 0) < patience) throw new EffectFailure('mail-uncertain');
    return false;
  }

  async #failed(mail: StoredMail, effect: AnyClaimedEffect, error: unknown): Promise<'bounced'> {
    if (error instanceof MailUncertain) {
      await this.mails.mark(mail, effect, 'unknown');
      throw new EffectFailure('mail-uncertain');
    }
    if (!(error instanceof MailNotSent)) throw error;
    if (error.permanent) return this.#bounce(mail, effect);
    await this.mails.mark(mail, effect, 'ready');
    throw new EffectFailure('mail-not-sent');
  }

  async #bounce(mail: StoredMail, effect: AnyClaimedEffect): Promise<'bounced'> {
    await this.mails.mark(mail, effect, 'bounced');
    return 'bounced';
  }

  async #mark(mail: StoredMail, effect: AnyClaimedEffect, state: 'sending' | 'dot'): Promise<void> {
    if (!(await this.mails.mark(mail, effect, state))) throw new EffectFailure('lease-lost');
  }
}
