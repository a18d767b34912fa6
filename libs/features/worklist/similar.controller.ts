import { Body, Controller, Param } from '@nestjs/common';
import { personClues, type PersonClues, type SimilarAnswer } from '#contracts/correspondence';
import { Allow } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { RequestFiles } from './request-file.js';
import { SimilarRequests } from './similar-requests.js';

/** Earlier requests of the same person, by references and dates only. */
@Controller()
export class SimilarController {
  constructor(
    private readonly files: RequestFiles,
    private readonly similar: SimilarRequests,
  ) {}

  @StaffRoute('related')
  @Allow('officer', 'approver', 'auditor')
  async related(@Param('reference') reference: string): Promise<SimilarAnswer> {
    return this.similar.to(await this.files.idOf(reference));
  }

  /** A body, because an address would stand in histories and logs; nothing is kept. */
  @StaffRoute('similar')
  @Allow('officer', 'approver')
  find(@Body({ schema: personClues }) clues: PersonClues): Promise<SimilarAnswer> {
    return this.similar.by(clues);
  }
}
