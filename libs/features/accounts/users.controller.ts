import { BadRequestException, Body, ConflictException, Controller, Param, Query } from '@nestjs/common';
import { Addresses } from '#contracts/addresses';
import {
  newUser,
  userChange,
  userChangesQuery,
  type Invitation,
  type UserChangesPage,
  type UserChangesQuery,
  type UsersPage,
} from '#contracts/settings-users';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { DeskMail } from '#letters/desk-mail';
import { Organisation } from '#persistence/organisation';
import { translatorFor } from '#texts/load-messages';
import { AccountError, INVITE_HOURS, StaffAccounts } from './staff-accounts.js';
import { StaffChanges } from './staff-changes.js';
import { UserRows } from './user-rows.js';
import type { Language } from '#domain/language';
import type { z } from 'zod';

const explain = (error: unknown): never => {
  if (!(error instanceof AccountError)) throw error;
  if (error.code === 'account-unknown') throw new ConflictException({ code: 'account-disabled' });
  throw new BadRequestException({ code: error.code, errors: [{ path: 'email', message: error.code }] });
};

/** Who works at the desk, and as what. */
@Controller()
export class UsersController {
  constructor(
    private readonly users: UserRows,
    private readonly staffChanges: StaffChanges,
    private readonly accounts: StaffAccounts,
    private readonly mail: DeskMail,
    private readonly organisation: Organisation,
    private readonly addresses: Addresses,
  ) {}

  @StaffRoute('users')
  @Allow('administrator')
  async read(): Promise<UsersPage> {
    return { users: await this.users.list() };
  }

  @StaffRoute('userChanges')
  @Allow('administrator')
  async changes(@Query({ schema: userChangesQuery }) { before }: UserChangesQuery): Promise<UserChangesPage> {
    return this.staffChanges.page(before ?? null);
  }

  /** Answers 400 `account-exists` or `mail-address-not-valid`. */
  @StaffRoute('inviteUser')
  @Allow('administrator')
  async invite(
    @SignedIn() giver: StaffMember,
    @Body({ schema: newUser }) typed: z.output<typeof newUser>,
  ): Promise<Invitation> {
    const token = await this.accounts.invite(typed, giver.id).catch(explain);
    return this.#send(token, typed.email, typed.language, giver);
  }

  @StaffRoute('changeUser')
  @Allow('administrator')
  async change(
    @SignedIn() giver: StaffMember,
    @Param('id') id: string,
    @Body({ schema: userChange }) change: z.output<typeof userChange>,
  ): Promise<UsersPage> {
    await this.users.change(id, change, giver.id);
    return this.read();
  }

  /** Answers 409 `account-disabled` for somebody whose account is closed. */
  @StaffRoute('resetUser')
  @Allow('administrator')
  async reset(@SignedIn() giver: StaffMember, @Param('id') id: string): Promise<Invitation> {
    const { email, language } = await this.users.emailOf(id);
    if (id === giver.id) throw new ConflictException({ code: 'not-yourself' });
    const token = await this.accounts.resetInvite(email, giver.id).catch(explain);
    return this.#send(token, email, language, giver);
  }

  /** The token stands after the #, so that no server ever logs it. */
  async #send(token: string, to: string, language: Language, { name: giver }: StaffMember): Promise<Invitation> {
    const link = this.addresses.console(`/first-sign-in#token=${token}`);
    const t = translatorFor(language);
    const { name, sender } = await this.organisation.controller();
    const { result } = await this.mail.send({
      from: { name, address: sender },
      to,
      language,
      subject: t('administration.invite.subject', { organisation: name }),
      paragraphs: [
        t('administration.invite.words', { organisation: name, giver }),
        t('administration.invite.once', { hours: INVITE_HOURS }),
      ],
      link: { words: t('administration.invite.link'), address: link },
    });
    return { link, mailed: result };
  }
}
