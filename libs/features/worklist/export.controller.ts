import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Body, Controller, Res } from '@nestjs/common';
import { queueChoice, type QueueChoice } from '#contracts/queue-bulk';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { QueueExport } from './queue-export.js';
import type { Response } from 'express';

/** Taking what is listed out of the desk, as a file. */
@Controller()
export class ExportController {
  constructor(private readonly exports: QueueExport) {}

  /** As it is read, row by row: the file may be longer than what fits into memory. */
  @StaffRoute('exportQueue')
  @Allow('officer', 'approver', 'auditor')
  async take(
    @SignedIn() reader: StaffMember,
    @Body({ schema: queueChoice }) choice: QueueChoice,
    @Res() response: Response,
  ): Promise<void> {
    const { today, lines } = await this.exports.take(choice, reader);
    response.attachment(`requests-${today.toString()}.csv`).type('text/csv; charset=utf-8');
    await pipeline(Readable.from(lines), response);
  }
}
