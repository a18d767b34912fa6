import { Body, Controller, Get, HttpStatus, Param, Post, Res } from '@nestjs/common';
import { secretCodeForm } from '#contracts/portal-forms';
import { LanguagePipe } from '#contracts/language.pipe';
import { PORTAL_PATHS, type FieldProblem } from '#contracts/portal-pages';
import { IdentityChecks } from '#persistence/identity-checks';
import { Ledger } from '#persistence/ledger';
import { SecretCodes } from '#persistence/secret-code';
import type { Language } from '#domain/language';
import type { Response } from 'express';

const WRONG_CODE: readonly FieldProblem[] = [{ field: 'code', problem: 'wrong-code' }];

/**
 * Behind the link of the acknowledgement: the secret code of the receipt is typed and posted. Opening the link changes
 * nothing, because mail scanners open it too (law 4), and link and code never travel together (law 5).
 */
@Controller(':language')
export class ContactController {
  constructor(
    private readonly checks: IdentityChecks,
    private readonly codes: SecretCodes,
    private readonly ledger: Ledger,
  ) {}

  @Get(PORTAL_PATHS.confirm)
  async ask(
    @Param('language', LanguagePipe) language: Language,
    @Param('link') link: string,
    @Res() response: Response,
  ): Promise<void> {
    const check = await this.checks.open(link, 'contact');
    if (check === null) return response.status(HttpStatus.GONE).render('link-ended', {});
    if (check.consumed) return response.render('confirmed', {});
    response.render('confirm', { action: actionOf(language, link), problems: [] });
  }

  @Post(PORTAL_PATHS.confirm)
  async confirm(
    @Param('language', LanguagePipe) language: Language,
    @Param('link') link: string,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const check = await this.checks.open(link, 'contact');
    if (check === null) return response.status(HttpStatus.GONE).render('link-ended', {});
    const form = secretCodeForm.safeParse({ code: body['code'] });
    const verdict = form.success ? await this.codes.check(check.requestId, form.data.code) : 'wrong';
    if (verdict === 'wrong') {
      const model = { action: actionOf(language, link), problems: WRONG_CODE };
      return response.status(HttpStatus.UNPROCESSABLE_ENTITY).render('confirm', model);
    }
    // A second press, or a request that moved on meanwhile, finds nothing left to do: the same page either way.
    await this.ledger.apply(
      check.requestId,
      { type: 'confirmContact' },
      { kind: 'person' },
      {
        alongside: async (session) => void (await this.checks.consume(session, check.id)),
      },
    );
    response.render('confirmed', {});
  }
}

const actionOf = (language: Language, link: string): string =>
  `/${language}${PORTAL_PATHS.confirm.replace(':link', link)}`;
