import { BadRequestException, Body, Controller, Logger, Req, Res, UnauthorizedException } from '@nestjs/common';
import { Addresses } from '#contracts/addresses';
import { keysChoice } from '#contracts/keys-choice';
import { firstSignIn, languageChoice, signIn, type Session } from '#contracts/session';
import { Allow, Public, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { STAFF_ROLES } from '#domain/request/actor';
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from './session-cookie.js';
import { SessionView } from './session-view.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.service.js';
import { AccountError, StaffAccounts } from './staff-accounts.js';
import type { Request, Response } from 'express';
import type { z } from 'zod';

/** Signing in and out. */
@Controller()
export class SessionController {
  private readonly logger = new Logger(SessionController.name);

  constructor(
    private readonly signIns: SignIn,
    private readonly accounts: StaffAccounts,
    private readonly sessions: Sessions,
    private readonly view: SessionView,
    private readonly addresses: Addresses,
  ) {}

  @StaffRoute('session')
  @Allow(...STAFF_ROLES)
  read(@SignedIn() staff: StaffMember): Promise<Session> {
    return this.view.of(staff.id);
  }

  @StaffRoute('signIn')
  @Public()
  async signIn(
    @Body({ schema: signIn }) { email, password }: z.output<typeof signIn>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const userId = await this.signIns.check(email, password);
    if (userId === null) {
      this.logger.warn('a sign-in failed');
      throw new UnauthorizedException({ code: 'sign-in-failed' });
    }
    return this.#begin(userId, request, response);
  }

  @StaffRoute('firstSignIn')
  @Public()
  async firstSignIn(
    @Body({ schema: firstSignIn }) { token, password }: z.output<typeof firstSignIn>,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const userId = await this.accounts.acceptInvite(token, password).catch((error: unknown) => {
      if (!(error instanceof AccountError)) throw error;
      throw new BadRequestException({ code: error.code, errors: [{ path: 'password', message: error.code }] });
    });
    if (userId === null) throw new BadRequestException({ code: 'invite-not-valid' });
    return this.#begin(userId, request, response);
  }

  @StaffRoute('chooseLanguage')
  @Allow(...STAFF_ROLES)
  async chooseLanguage(
    @SignedIn() staff: StaffMember,
    @Body({ schema: languageChoice }) { language }: z.output<typeof languageChoice>,
  ): Promise<Session> {
    await this.accounts.chooseLanguage(staff.id, language);
    return this.view.of(staff.id);
  }

  @StaffRoute('chooseKeys')
  @Allow(...STAFF_ROLES)
  async chooseKeys(
    @SignedIn() staff: StaffMember,
    @Body({ schema: keysChoice }) { singleKeys }: z.output<typeof keysChoice>,
  ): Promise<Session> {
    await this.accounts.chooseKeys(staff.id, singleKeys);
    return this.view.of(staff.id);
  }

  @StaffRoute('signOut')
  @Allow(...STAFF_ROLES)
  async signOut(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.#endCurrent(request);
    clearSessionCookie(response, this.addresses);
    // Not "cookies": that would reach the portal's too, where both live under one domain.
    response.set('Clear-Site-Data', '"cache", "storage"');
  }

  /** Always a new token: one that somebody put into the browser beforehand is worth nothing (session fixation). */
  async #begin(userId: string, request: Request, response: Response): Promise<Session> {
    await this.#endCurrent(request);
    writeSessionCookie(response, this.addresses, await this.sessions.begin(userId));
    this.logger.log(`${userId} signed in`);
    return this.view.of(userId);
  }

  async #endCurrent(request: Request): Promise<void> {
    const token = readSessionCookie(request, this.addresses);
    if (token !== null) await this.sessions.end(token);
  }
}
