import { Body, Controller, Get, HttpStatus, Param, Post, Render, Req, Res } from '@nestjs/common';
import { Addresses } from '#contracts/addresses';
import { LanguagePipe } from '#contracts/language.pipe';
import { personForm, rightsForm } from '#contracts/portal-forms';
import { PORTAL_PATHS, type FieldProblem, type PortalPages } from '#contracts/portal-pages';
import { DraftStore, EMPTY_DRAFT, type Draft } from './draft.store.js';
import { readDraftCookie, writeDraftCookie } from './draft-cookie.js';
import { Filing, personProblems } from './filing.service.js';
import { problemsOf } from './form-problems.js';
import { ReceiptReader } from './receipt.reader.js';
import type { Language } from '#domain/language';
import type { Request, Response } from 'express';

type Form = Readonly<Record<string, unknown>>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * The form of the portal: which rights, who asks, check, send, receipt. Every step is a plain form post that answers
 * with the next address, so that it works without script and a reload sends nothing twice.
 */
@Controller(':language')
export class IntakeController {
  constructor(
    private readonly drafts: DraftStore,
    private readonly filing: Filing,
    private readonly receipts: ReceiptReader,
    private readonly addresses: Addresses,
  ) {}

  @Get(PORTAL_PATHS.rights)
  @Render('rights')
  async askRights(@Req() request: Request): Promise<PortalPages['rights']> {
    const { rights, words } = (await this.#draft(request)) ?? EMPTY_DRAFT;
    return { values: { rights, words }, problems: [] };
  }

  @Post(PORTAL_PATHS.rights)
  async takeRights(
    @Param('language', LanguagePipe) language: Language,
    @Body() body: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const form = rightsForm.safeParse({ rights: body['rights'], words: body['words'] });
    if (!form.success) {
      const values = { rights: [], words: textOf(body['words']) };
      return this.#again(response, 'rights', { values, problems: problemsOf(form.error, body) });
    }
    const draft = (await this.#draft(request)) ?? EMPTY_DRAFT;
    await this.#keep(request, response, { ...draft, ...form.data });
    response.redirect(HttpStatus.SEE_OTHER, `/${language}${PORTAL_PATHS.person}`);
  }

  @Get(PORTAL_PATHS.person)
  async askPerson(
    @Param('language', LanguagePipe) language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const draft = await this.#draft(request);
    if (draft === null) return response.redirect(HttpStatus.SEE_OTHER, `/${language}${PORTAL_PATHS.rights}`);
    const { name, email, phone, customerNumber } = draft;
    response.render('person', { values: { name, email, phone, customerNumber }, problems: [] });
  }

  @Post(PORTAL_PATHS.person)
  async takePerson(
    @Param('language', LanguagePipe) language: Language,
    @Body() body: Form,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const draft = await this.#draft(request);
    if (draft === null) return response.redirect(HttpStatus.SEE_OTHER, `/${language}${PORTAL_PATHS.rights}`);
    const { name, email, phone, customerNumber } = body;
    const form = personForm.safeParse({ name, email, phone, customerNumber });
    const problems = form.success ? personProblems(form.data) : problemsOf(form.error, body);
    if (!form.success || problems.length > 0) {
      const typed = { name, email, phone, customerNumber };
      const values = Object.fromEntries(Object.entries(typed).map(([field, value]) => [field, textOf(value)]));
      return this.#again(response, 'person', { values: values as PortalPages['person']['values'], problems });
    }
    await this.#keep(request, response, { ...draft, ...form.data });
    response.redirect(HttpStatus.SEE_OTHER, `/${language}${PORTAL_PATHS.check}`);
  }

  @Get(PORTAL_PATHS.check)
  async check(@Param('language', LanguagePipe) language: Language, @Req() request: Request, @Res() response: Response) {
    const draft = await this.#draft(request);
    if (draft === null || draft.name === '' || draft.rights.length === 0) {
      return response.redirect(HttpStatus.SEE_OTHER, `/${language}${PORTAL_PATHS.rights}`);
    }
    const { receipt: _receipt, ...model } = draft;
    response.render('check', model);
  }

  @Post(PORTAL_PATHS.check)
  async send(@Param('language', LanguagePipe) language: Language, @Req() request: Request, @Res() response: Response) {
    const token = readDraftCookie(request, this.addresses);
    const draft = await this.#draft(request);
    if (token === null || draft === null || draft.name === '' || draft.rights.length === 0) {
      return response.redirect(HttpStatus.SEE_OTHER, `/${language}${PORTAL_PATHS.rights}`);
    }
    const { receipt, ...answers } = draft;
    if (receipt === null)
      await this.filing.fileOnce(
        { ...answers, rights: [...answers.rights], language },
        this.drafts.filedWith(token, draft),
      );
    response.redirect(HttpStatus.SEE_OTHER, `/${language}${PORTAL_PATHS.received}`);
  }

  @Get(PORTAL_PATHS.received)
  async received(
    @Param('language', LanguagePipe) language: Language,
    @Req() request: Request,
    @Res() response: Response,
  ) {
    const draft = await this.#draft(request);
    if (draft === null || draft.receipt === null) {
      return response.redirect(HttpStatus.SEE_OTHER, `/${language}${PORTAL_PATHS.rights}`);
    }
    const model: PortalPages['received'] = await this.receipts.read(draft, draft.receipt);
    response.render('received', model);
  }

  async #draft(request: Request): Promise<Draft | null> {
    const token = readDraftCookie(request, this.addresses);
    return token === null ? null : this.drafts.read(token);
  }

  /** Keeps the answers; a form that was filed is not changed any more, so a new one begins. */
  async #keep(request: Request, response: Response, draft: Draft): Promise<void> {
    const token = draft.receipt === null ? readDraftCookie(request, this.addresses) : null;
    writeDraftCookie(response, this.addresses, await this.drafts.write(token, { ...draft, receipt: null }));
  }

  #again<P extends 'rights' | 'person'>(
    response: Response,
    page: P,
    model: PortalPages[P] & { problems: readonly FieldProblem[] },
  ): void {
    response.status(HttpStatus.UNPROCESSABLE_ENTITY).render(page, model);
  }
}
