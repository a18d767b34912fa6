import { Injectable } from '@nestjs/common';
import { Addresses } from '#contracts/addresses';
import { Database } from '#persistence/database';
import { Organisation } from '#persistence/organisation';
import { MailSender } from './mail-sender.js';
import { MailStore } from './mail-store.js';
import type { Language } from '#domain/language';
import type { StaffRole } from '#domain/request/actor';
import type { RenderedLetter } from '#letters/render-letter';
import type { ClaimedEffect } from '#queue/effect-rows';

export interface StaffRecipient {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
}

/** Mails members of staff about a request: each once, in their own language, without personal data. */
@Injectable()
export class StaffMail {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly addresses: Addresses,
    private readonly mails: MailStore,
    private readonly sender: MailSender,
  ) {}

  /** Whoever has the request, or, while nobody has, everyone who could; and the roles it is escalated to. */
  recipients(assignee: string | null, escalateTo: readonly StaffRole[] = []): Promise<StaffRecipient[]> {
    return this.database.query<StaffRecipient>(
      `select id, email, name, language from staff_user
       where disabled_at is null and (id = $1 or role = any ($2::text[])
         or ($1::uuid is null and role in ('officer', 'approver')))
       order by id`,
      [assignee, escalateTo],
    );
  }

  /** Sends one mail to each; those who have it already are passed over when the effect is tried again. */
  async send(
    effect: ClaimedEffect,
    letter: string,
    recipients: readonly StaffRecipient[],
    render: (recipient: StaffRecipient) => RenderedLetter,
  ): Promise<void> {
    const { name, sender } = await this.organisation.controller();
    const compose = () =>
      Promise.resolve(
        recipients.map((recipient) => ({
          to: { name: recipient.name, address: recipient.email },
          language: recipient.language,
          letter,
          rendered: render(recipient),
        })),
      );
    const stored = await this.mails.of(effect, new URL(this.addresses.consoleUrl).hostname, compose);
    for (const mail of stored) await this.sender.send(mail, effect, { name, address: sender });
  }

  requestLink(reference: string): string {
    return this.addresses.console(`/requests/${reference}`);
  }
}
