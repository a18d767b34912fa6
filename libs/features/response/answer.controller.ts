import {
  Body,
  ConflictException,
  Controller,
  Get,
  HttpStatus,
  NotFoundException,
  Param,
  Post,
  Req,
  Res,
} from '@nestjs/common';
import { Addresses } from '#contracts/addresses';
import { LanguagePipe } from '#contracts/language.pipe';
import { secretCodeForm } from '#contracts/portal-forms';
import { PORTAL_PATHS } from '#contracts/portal-pages';
import { readSubjectCookie, writeSubjectCookie } from '#contracts/subject-cookie';
import { isRefusal } from '#domain/request/refusal';
import { IdentityChecks } from '#persistence/identity-checks';
import { Ledger } from '#persistence/ledger';
import { SecretCodes } from '#persistence/secret-code';
import { SubjectSessions } from '#persistence/subject-sessions';
import { AnswerReader } from './answer.reader.js';
import type { Language } from '#domain/language';
import type { Right } from '#domain/law/rights';
import type { Request, Response } from 'express';

const PERSON = { kind: 'person' } as const;

/**
 * Fetching an answer: the mailed link opens a page that asks for the secret code of the receipt; link and code are two
 * channels (law 5). Opening and every download are recorded; both are posts, so no scanner of mails can do either.
 */
@Controller(':language')
export class AnswerController {
  constructor(
    private readonly checks: IdentityChecks,
    private readonly codes: SecretCodes,
    private readonly sessions: SubjectSessions,
    private readonly ledger: Ledger,
    private readonly answers: AnswerReader,
    private readonly addresses: Addresses,
  ) {}

  @Get(PORTAL_PATHS.answer)
  async ask(
    @Param('language', LanguagePipe) language: Language,
    @Param('link') link: string,
    @Res() response: Response,
  ): Promise<void> {
    const check = await this.checks.open(link, 'answer');
    if (check === null) return response.status(HttpStatus.GONE).render('link-ended', {});
    response.render('unlock', { action: unlockPath(language, link), problems: [] });
  }

  @Post(PORTAL_PATHS.answer)
  async unlock(
    @Param('language', LanguagePipe) language: Language,
    @Param('link') link: string,
    @Body() body: Readonly<Record<string, unknown>>,
    @Res() response: Response,
  ): Promise<void> {
    const check = await this.checks.open(link, 'answer');
    if (check === null || check.about === null) return response.status(HttpStatus.GONE).render('link-ended', {});
    const form = secretCodeForm.safeParse({ code: body['code'] });
    const verdict = form.success ? await this.codes.check(check.requestId, form.data.code) : 'wrong';
    if (verdict === 'wrong') {
      const model = { action: unlockPath(language, link), problems: [{ field: 'code', problem: 'wrong-code' }] };
      return response.status(HttpStatus.UNPROCESSABLE_ENTITY).render('unlock', model);
    }
    const right = check.about as Right;
    const opened = await this.ledger.apply(check.requestId, { type: 'recordOpening', right }, PERSON);
    if (isRefusal(opened)) throw new ConflictException({ code: opened.refused });
    writeSubjectCookie(response, this.addresses, await this.sessions.begin(check.requestId, `answer:${right}`));
    response.redirect(HttpStatus.SEE_OTHER, `/${language}${PORTAL_PATHS.answerPage.replace(':right', right)}`);
  }

  @Get(PORTAL_PATHS.answerPage)
  async show(
    @Param('language', LanguagePipe) language: Language,
    @Param('right') right: string,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const requestId = await this.#session(request, response, right);
    if (requestId === null) return;
    const page = await this.answers.page(requestId, right, language);
    if (page === null) throw new NotFoundException();
    response.render('answer', page);
  }

  @Post(PORTAL_PATHS.download)
  async download(
    @Param('right') right: string,
    @Body() body: Readonly<Record<string, unknown>>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const requestId = await this.#session(request, response, right);
    if (requestId === null) return;
    const file = await this.answers.file(requestId, right, typeof body['file'] === 'string' ? body['file'] : '');
    if (file === null) throw new NotFoundException();
    const command = { type: 'recordDownload', right: right as Right, document: file.id } as const;
    const recorded = await this.ledger.apply(requestId, command, PERSON, {
      alongside: async (session) =>
        void (await session.query('update document set downloads = downloads + 1 where id = $1', [file.id])),
    });
    // Nothing leaves without a trace of it (law 9).
    if (isRefusal(recorded)) throw new ConflictException({ code: recorded.refused });
    response.attachment(file.name).type(file.mediaType).send(Buffer.from(file.content));
  }

  async #session(request: Request, response: Response, right: string): Promise<string | null> {
    const cookie = readSubjectCookie(request, this.addresses);
    const requestId = cookie === null ? null : await this.sessions.requestOf(cookie, `answer:${right}`);
    if (requestId === null) {
      response.status(HttpStatus.UNAUTHORIZED).render('problem', { kind: 'session-ended', tryAgainAt: null });
    }
    return requestId;
  }
}

const unlockPath = (language: Language, link: string): string =>
  `/${language}${PORTAL_PATHS.answer.replace(':link', link)}`;
