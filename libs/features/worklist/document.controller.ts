import { Body, ConflictException, Controller, Headers, NotFoundException, Param, Res } from '@nestjs/common';
import { newAttachment, type NewAttachment, type RequestDocument } from '#contracts/correspondence';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { actorText, type Actor } from '#domain/request/actor';
import { isRefusal } from '#domain/request/refusal';
import { Ledger } from '#persistence/ledger';
import { rangeIn } from './byte-range.js';
import { formOf } from './file-kinds.js';
import { RequestDocuments, type OpenedDocument } from './request-documents.js';
import { RequestFiles, type RequestFile } from './request-file.js';
import type { Response } from 'express';

/** One look at a file is one entry: a player that jumps about in a recording does not fill the ledger. */
const ONE_LOOK_MINUTES = 10;

/**
 * A file within a page of the console: it loads nothing, runs nothing and stands in no other page. The browser's own
 * viewer of PDF files writes its style into the page that it makes.
 */
const VIEW_POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";

const actorOf = ({ id, role }: StaffMember): Actor => ({ kind: 'staff', id, role });

/** The files of a request: an approver reads the answer before approving, an officer keeps what came with a letter. */
@Controller()
export class DocumentController {
  constructor(
    private readonly files: RequestFiles,
    private readonly documents: RequestDocuments,
    private readonly ledger: Ledger,
  ) {}

  @StaffRoute('documents')
  @Allow('officer', 'approver', 'auditor')
  async list(@Param('reference') reference: string): Promise<{ documents: RequestDocument[] }> {
    return { documents: await this.documents.list(await this.files.open(reference)) };
  }

  @StaffRoute('attach')
  @Allow('officer', 'approver')
  async attach(
    @SignedIn() giver: StaffMember,
    @Param('reference') reference: string,
    @Body({ schema: newAttachment }) attachment: NewAttachment,
  ): Promise<{ documents: RequestDocument[] }> {
    await this.documents.attach(await this.files.open(reference), attachment, actorOf(giver));
    return this.list(reference);
  }

  /**
   * Always a download, so that no content of a register ever runs as a page of the console. That it was read stands in
   * the ledger before anything is sent. Throws 404 `not-found`.
   */
  @StaffRoute('document')
  @Allow('officer', 'approver', 'auditor')
  async read(
    @SignedIn() reader: StaffMember,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.files.open(reference);
    const document = await this.#open(file, id);
    await this.#writeDown(file, document, actorOf(reader));
    response.attachment(document.name).type(document.mediaType).send(Buffer.from(document.content));
  }

  /**
   * The same within the page, for pictures, recordings (any part of them), PDF files and plain text; every other kind is
   * not found here. Throws 404 `not-found`.
   */
  @StaffRoute('viewDocument')
  @Allow('officer', 'approver', 'auditor')
  async view(
    @SignedIn() reader: StaffMember,
    @Param('reference') reference: string,
    @Param('id') id: string,
    @Headers('range') asked: string | undefined,
    @Res() response: Response,
  ): Promise<void> {
    const file = await this.files.open(reference);
    const document = await this.#open(file, id);
    if (formOf(document.mediaType) === null) throw new NotFoundException({ code: 'not-found' });
    await this.#writeDownOnce(file, document, actorOf(reader));
    const content = Buffer.from(document.content);
    const text = document.mediaType.startsWith('text/');
    response
      .setHeader('Content-Security-Policy', VIEW_POLICY)
      .setHeader('X-Frame-Options', 'SAMEORIGIN')
      .setHeader('Accept-Ranges', 'bytes')
      .setHeader('Content-Disposition', 'inline')
      .type(text ? 'text/plain; charset=utf-8' : document.mediaType);
    const range = rangeIn(asked, content.byteLength);
    if (range === 'unsatisfiable') {
      response.setHeader('Content-Range', `bytes */${content.byteLength}`).status(416).end();
    } else if (range === null) {
      response.send(content);
    } else {
      const { first, last } = range;
      response.setHeader('Content-Range', `bytes ${first}-${last}/${content.byteLength}`).status(206);
      response.send(content.subarray(first, last + 1));
    }
  }

  async #open(file: RequestFile, id: string): Promise<OpenedDocument> {
    const document = await this.documents.open(file, id);
    if (document === null) throw new NotFoundException({ code: 'not-found' });
    return document;
  }

  async #writeDown(file: RequestFile, { id }: OpenedDocument, actor: Actor): Promise<void> {
    const outcome = await this.ledger.apply(file.id, { type: 'recordReading', document: id }, actor);
    if (isRefusal(outcome)) throw new ConflictException({ code: outcome.refused });
  }

  async #writeDownOnce(file: RequestFile, document: OpenedDocument, actor: Actor): Promise<void> {
    const since = file.now.subtract({ minutes: ONE_LOOK_MINUTES });
    const looked = file.entries.some(
      ({ type, actor: who, data, at }) =>
        type === 'documentRead' &&
        who === actorText(actor) &&
        data.includes(document.id) &&
        Temporal.Instant.compare(Temporal.Instant.from(at), since) > 0,
    );
    if (!looked) await this.#writeDown(file, document, actor);
  }
}
