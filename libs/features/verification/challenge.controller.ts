import { Body, Controller, Get, HttpException, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { LanguagePipe } from '#contracts/language.pipe';
import { challengeForm } from '#contracts/portal-forms';
import { PORTAL_PATHS, type FieldProblem, type PortalPages } from '#contracts/portal-pages';
import { isRefusal } from '#domain/request/refusal';
import { DatabaseTime } from '#persistence/database-time';
import { IdentityChecks, type OpenCheck } from '#persistence/identity-checks';
import { Ledger } from '#persistence/ledger';
import type { Language } from '#domain/language';
import type { Response } from 'express';

/** In the address after a fresh code was asked for, so that a reload asks for no other. */
const NEW_CODE = 'new-code';
const PERSON = { kind: 'person' } as const;
const PROBLEMS = { wrong: 'wrong-code', ended: 'code-ended' } as const;

const pathTo = (language: Language, path: string, link: string): string => `/${language}${path.replace(':link', link)}`;

/**
 * Behind the link mailed to the contact on file: a neutral page that says nothing about the request. The mailed code is
 * typed and posted; a new one can be asked for; "it was not me" freezes the request.
 */
@Controller(':language')
export class ChallengeController {
  constructor(
    private readonly checks: IdentityChecks,
    private readonly ledger: Ledger,
    private readonly time: DatabaseTime,
  ) {}

  @Get(PORTAL_PATHS.verify)
  async ask(
    @Param('language', LanguagePipe) language: Language,
    @Param('link') link: string,
    @Query(NEW_CODE) newCode: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const check = await this.#open(link, response);
    if (check === null) return;
    if (check.consumed) return response.render('verified', {});
    response.render('verify', { ...pageOf(language, link, []), newCodeSent: newCode !== undefined });
  }

  @Post(PORTAL_PATHS.verify)
  async confirm(
    @Param('language', LanguagePipe) language: Language,
    @Param('link') link: string,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const check = await this.#open(link, response);
    if (check === null) return;
    if (check.consumed) return response.render('verified', {});
    const form = challengeForm.safeParse({ code: body['code'] });
    const verdict = form.success ? await this.checks.tryCode(check.id, form.data.code) : 'wrong';
    if (verdict !== 'right') {
      const problems = [{ field: 'code', problem: PROBLEMS[verdict] }];
      return response.status(HttpStatus.UNPROCESSABLE_ENTITY).render('verify', pageOf(language, link, problems));
    }
    await this.ledger.apply(check.requestId, { type: 'confirmIdentity', method: 'on_file_code' }, PERSON, {
      alongside: async (session) => void (await this.checks.consume(session, check.id)),
    });
    response.render('verified', {});
  }

  @Post(PORTAL_PATHS.newCode)
  async newCode(
    @Param('language', LanguagePipe) language: Language,
    @Param('link') link: string,
    @Res() response: Response,
  ): Promise<void> {
    const check = await this.#open(link, response);
    if (check === null) return;
    const outcome = await this.ledger.apply(check.requestId, { type: 'requestCode' }, PERSON);
    if (isRefusal(outcome) && outcome.refused === 'too-many-codes') {
      const tryAgainAt = (await this.time.now()).add({ hours: 1 }).toString();
      throw new HttpException({ code: outcome.refused, tryAgainAt }, HttpStatus.TOO_MANY_REQUESTS);
    }
    response.redirect(HttpStatus.SEE_OTHER, `${pathTo(language, PORTAL_PATHS.verify, link)}?${NEW_CODE}`);
  }

  @Get(PORTAL_PATHS.notMe)
  async askNotMe(
    @Param('language', LanguagePipe) language: Language,
    @Param('link') link: string,
    @Res() response: Response,
  ): Promise<void> {
    if ((await this.#open(link, response)) === null) return;
    response.render('not-me', { action: pathTo(language, PORTAL_PATHS.notMe, link) });
  }

  @Post(PORTAL_PATHS.notMe)
  async notMe(@Param('link') link: string, @Res() response: Response): Promise<void> {
    const check = await this.#open(link, response);
    if (check === null) return;
    await this.ledger.apply(check.requestId, { type: 'disownRequest' }, PERSON);
    response.render('disowned', {});
  }

  async #open(link: string, response: Response): Promise<OpenCheck | null> {
    const check = await this.checks.open(link, 'challenge');
    if (check === null) response.status(HttpStatus.GONE).render('link-ended', {});
    return check;
  }
}

const pageOf = (language: Language, link: string, problems: readonly FieldProblem[]): PortalPages['verify'] => ({
  action: pathTo(language, PORTAL_PATHS.verify, link),
  newCodeAction: pathTo(language, PORTAL_PATHS.newCode, link),
  notMeAction: pathTo(language, PORTAL_PATHS.notMe, link),
  problems,
  newCodeSent: false,
});
