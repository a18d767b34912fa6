import { BadRequestException, Body, Controller, Logger, Res } from '@nestjs/common';
import { Addresses } from '#contracts/addresses';
import { firstAdministrator } from '#contracts/set-up';
import { Public } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { Database } from '#persistence/database';
import { tokenHash } from '#persistence/tokens';
import { passwordProblem } from './passwords.js';
import { writeSessionCookie } from './session-cookie.js';
import { SessionView } from './session-view.js';
import { Sessions } from './sessions.js';
import { AccountError, StaffAccounts } from './staff-accounts.js';
import type { Session } from '#contracts/session';
import type { Response } from 'express';
import type { z } from 'zod';

const wrong = (path: string, code: string): BadRequestException =>
  new BadRequestException({ code, errors: [{ path, message: code }] });

/** The first account of an empty desk. Whoever read the link at the terminal is who runs the desk. */
@Controller()
export class FirstAdministratorController {
  readonly #logger = new Logger(FirstAdministratorController.name);

  constructor(
    private readonly database: Database,
    private readonly accounts: StaffAccounts,
    private readonly sessions: Sessions,
    private readonly view: SessionView,
    private readonly addresses: Addresses,
  ) {}

  /** Answers 400 `set-up-link-not-valid` for a token that is wrong or used, and problems of password or address. */
  @StaffRoute('firstAdministrator')
  @Public()
  async open(
    @Body({ schema: firstAdministrator }) { token, ...typed }: z.output<typeof firstAdministrator>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<Session> {
    const problem = passwordProblem(typed.password);
    if (problem !== null) throw wrong('password', problem);
    if (!(await this.#takeToken(token))) throw new BadRequestException({ code: 'set-up-link-not-valid' });
    const invite = await this.accounts.invite({ ...typed, role: 'administrator' }).catch((error: unknown) => {
      throw error instanceof AccountError ? wrong('email', error.code) : error;
    });
    const userId = await this.accounts.acceptInvite(invite, typed.password);
    if (userId === null) throw new BadRequestException({ code: 'set-up-link-not-valid' });
    writeSessionCookie(response, this.addresses, await this.sessions.begin(userId));
    this.#logger.log(`${userId} opened the desk`);
    return this.view.of(userId);
  }

  /** Once, and only while nobody works here: an old link must not open a desk that is in use. */
  async #takeToken(token: string): Promise<boolean> {
    const taken = await this.database.query(
      `update desk_set_up set token_hash = null
       where token_hash = $1 and not exists (select from staff_user) returning controller_id`,
      [tokenHash(token)],
    );
    return taken.length > 0;
  }
}
