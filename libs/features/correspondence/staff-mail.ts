import { Injectable } from '@nestjs/common';
import { Addresses } from '#contracts/addresses';
import { Database } from '#persistence/database';
import { Organisation } from '#persistence/organisation';
import { HANDLES_REQUESTS } from '#persistence/staff-rows';
import { EffectFailure } from '#queue/effect-failure';
import { noteForConsole } from './console-notices.js';
import { MailSender } from './mail-sender.js';
import { MailStore } from './mail-store.js';
import type { Compose } from './mail-content.js';
import type { Language } from '#domain/language';
import type { StaffRole } from '#domain/request/actor';
import type { ReminderCause } from '#letters/letter-parameters';
import type { RenderedLetter } from '#letters/render-letter';
import type { AnyClaimedEffect } from '#queue/effect-rows';

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

  /** Whoever has the request and who stands in for them today, or, while nobody who handles requests has, everyone who does; and whom it is escalated to. */
  async recipients(assignee: string | null, escalateTo: readonly StaffRole[] = []): Promise<StaffRecipient[]> {
    const { timeZone } = await this.organisation.controller();
    return this.database.query<StaffRecipient>(
      `select id, email, name, language from staff_user
       where disabled_at is null and role = any ($2::text[]) or ${HANDLES_REQUESTS}
         and ($1 = any (artikla.desks_of(id, (artikla.now() at time zone $3)::date))
         or not exists (select from staff_user where id = $1 and ${HANDLES_REQUESTS}))
       order by id`,
      [assignee, escalateTo, timeZone],
    );
  }

  /**
   * Sends one mail to each; those who have it already are passed over when the effect is tried again. When none of them can
   * be reached, `instead` are told: what should be known must not end in a mailbox that does not exist.
   */
  async send(
    effect: AnyClaimedEffect,
    letter: string,
    recipients: readonly StaffRecipient[],
    render: (recipient: StaffRecipient) => RenderedLetter,
    instead: readonly StaffRecipient[] = [],
    causes: readonly ReminderCause[] = [],
  ): Promise<void> {
    const compose =
      (readers: readonly StaffRecipient[]): Compose =>
      async (session) => {
        await noteForConsole(session, effect, letter, readers, causes);
        return readers.map((reader) => ({
          to: { name: reader.name, address: reader.email },
          language: reader.language,
          letter,
          rendered: render(reader),
        }));
      };
    if (await this.#reached(effect, compose(recipients), 0)) return;
    const others = instead.filter(({ id }) => recipients.every((recipient) => recipient.id !== id));
    if (others.length > 0 && (await this.#reached(effect, compose(others), 1))) return;
    throw new EffectFailure('nobody-reached');
  }

  /** Sends a round of mails; whether anybody has theirs. */
  async #reached(effect: AnyClaimedEffect, compose: Compose, round: number): Promise<boolean> {
    const { name, sender } = await this.organisation.controller();
    const stored = await this.mails.of(effect, new URL(this.addresses.consoleUrl).hostname, compose, round);
    const fates = await Promise.allSettled(
      stored.map((mail) => this.sender.send(mail, effect, { name, address: sender })),
    );
    // One mailbox that is down must not keep the others waiting; the effect is tried again for it alone.
    const failed = fates.find((fate) => fate.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
    return fates.some((fate) => fate.status === 'fulfilled' && fate.value === 'accepted');
  }

  /** Everyone who works with requests or sees to the desk. */
  everyone(): Promise<StaffRecipient[]> {
    return this.recipients(null, ['administrator']);
  }

  worklistLink(): string {
    return this.addresses.console('/queue');
  }

  requestLink(reference: string): string {
    return this.addresses.console(`/requests/${reference}`);
  }
}
