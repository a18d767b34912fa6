import { Body, Controller } from '@nestjs/common';
import {
  bulkCommand,
  queueChoice,
  type BulkCommand,
  type BulkResults,
  type QueueChoice,
  type QueueSelection,
} from '#contracts/queue-bulk';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { Bulk } from './bulk.service.js';

/** Doing one thing to many requests. */
@Controller()
@Allow('officer', 'approver')
export class BulkController {
  constructor(private readonly bulk: Bulk) {}

  @StaffRoute('selectQueue')
  select(@SignedIn() reader: StaffMember, @Body({ schema: queueChoice }) choice: QueueChoice): Promise<QueueSelection> {
    return this.bulk.select(choice, reader);
  }

  /** Each request is checked against the version that was chosen, and has its own result. */
  @StaffRoute('bulk')
  async run(@SignedIn() giver: StaffMember, @Body({ schema: bulkCommand }) command: BulkCommand): Promise<BulkResults> {
    return { results: await this.bulk.run(command, giver) };
  }
}
