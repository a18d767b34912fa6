import { Body, ConflictException, Controller, Get, HttpStatus, Param, Post, Req, Res } from '@nestjs/common';
import { Addresses } from '#contracts/addresses';
import { LanguagePipe } from '#contracts/language.pipe';
import { followForm } from '#contracts/portal-forms';
import { PORTAL_PATHS } from '#contracts/portal-pages';
import { readSubjectCookie, writeSubjectCookie } from '#contracts/subject-cookie';
import { isRefusal } from '#domain/request/refusal';
import { Database } from '#persistence/database';
import { Ledger } from '#persistence/ledger';
import { SecretCodes } from '#persistence/secret-code';
import { SubjectSessions } from '#persistence/subject-sessions';
import { parseReference } from '#persistence/tokens';
import { StatusReader } from './status.reader.js';
import type { Language } from '#domain/language';
import type { Request, Response } from 'express';

/** No request has it; a check against it takes as long as one against a real request. */
const NOBODY = '00000000-0000-7000-8000-000000000000';

/** Following a request without an account: reference and secret code, then its state, its answers, and the way out. */
@Controller(':language')
export class FollowController {
  constructor(
    private readonly database: Database,
    private readonly ledger: Ledger,
    private readonly codes: SecretCodes,
    private readonly sessions: SubjectSessions,
    private readonly status: StatusReader,
    private readonly addresses: Addresses,
  ) {}

  @Get(PORTAL_PATHS.follow)
  ask(@Param('language', LanguagePipe) _language: Language, @Res() response: Response): void {
    response.render('follow', { values: { reference: '' }, problems: [] });
  }

  @Post(PORTAL_PATHS.follow)
  async follow(
    @Param('language', LanguagePipe) language: Language,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const form = followForm.safeParse({ reference: body['reference'], code: body['code'] });
    const requestId = form.success ? await this.#find(form.data.reference) : null;
    const verdict = await this.codes.check(requestId ?? NOBODY, form.success ? form.data.code : '');
    if (requestId === null || verdict === 'wrong') {
      const reference = typeof body['reference'] === 'string' ? body['reference'].slice(0, 40) : '';
      const problems = [{ field: 'code', problem: 'wrong-pair' }];
      return response.status(HttpStatus.UNPROCESSABLE_ENTITY).render('follow', { values: { reference }, problems });
    }
    writeSubjectCookie(response, this.addresses, await this.sessions.begin(requestId, 'status'));
    response.redirect(HttpStatus.SEE_OTHER, `/${language}${PORTAL_PATHS.status}`);
  }

  @Get(PORTAL_PATHS.status)
  async show(@Param('language', LanguagePipe) _language: Language, @Req() request: Request, @Res() response: Response) {
    const requestId = await this.#session(request, response);
    if (requestId !== null) response.render('status', await this.status.read(requestId));
  }

  @Get(PORTAL_PATHS.withdraw)
  async askWithdraw(@Req() request: Request, @Res() response: Response): Promise<void> {
    const requestId = await this.#session(request, response);
    if (requestId === null) return;
    const { reference } = await this.status.read(requestId);
    response.render('withdraw', { reference });
  }

  @Post(PORTAL_PATHS.withdraw)
  async withdraw(@Req() request: Request, @Res() response: Response): Promise<void> {
    const requestId = await this.#session(request, response);
    if (requestId === null) return;
    const outcome = await this.ledger.apply(requestId, { type: 'withdraw' }, { kind: 'person' });
    if (isRefusal(outcome)) throw new ConflictException({ code: outcome.refused });
    const { reference } = await this.status.read(requestId);
    response.render('withdrawn', { reference });
  }

  async #find(typed: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>('select id from subject_request where reference = $1', [
      parseReference(typed),
    ]);
    return row?.id ?? null;
  }

  async #session(request: Request, response: Response): Promise<string | null> {
    const cookie = readSubjectCookie(request, this.addresses);
    const requestId = cookie === null ? null : await this.sessions.requestOf(cookie, 'status');
    if (requestId === null) {
      response.status(HttpStatus.UNAUTHORIZED).render('problem', { kind: 'session-ended', tryAgainAt: null });
    }
    return requestId;
  }
}
