import { ConflictException, Controller, NotFoundException, Param, Res } from '@nestjs/common';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { isRefusal } from '#domain/request/refusal';
import { Ledger } from '#persistence/ledger';
import { AnswerFiles } from './answer-files.js';
import { RequestFiles } from './request-file.js';
import type { Response } from 'express';

/** The files of an answer: an approver reads them before approving, an officer prints the letter for the post. */
@Controller()
export class DocumentController {
  constructor(
    private readonly files: RequestFiles,
    private readonly answers: AnswerFiles,
    private readonly ledger: Ledger,
  ) {}

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
    const answer = await this.answers.open(file, id);
    if (answer === null) throw new NotFoundException({ code: 'not-found' });
    const actor = { kind: 'staff', id: reader.id, role: reader.role } as const;
    const outcome = await this.ledger.apply(file.id, { type: 'recordReading', document: answer.id }, actor);
    if (isRefusal(outcome)) throw new ConflictException({ code: outcome.refused });
    response.attachment(answer.name).type(answer.mediaType).send(Buffer.from(answer.content));
  }
}
