import { Controller, Query } from '@nestjs/common';
import { queueQuery, type QueuePage, type QueueQuery } from '#contracts/queue';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { STAFF_ROLES } from '#domain/request/actor';
import { QueueReader } from './queue-reader.js';

/** The worklist. Everyone at the desk sees it; administrators see no names in it. */
@Controller()
export class QueueController {
  constructor(private readonly queue: QueueReader) {}

  @StaffRoute('queue')
  @Allow(...STAFF_ROLES)
  read(@SignedIn() reader: StaffMember, @Query({ schema: queueQuery }) query: QueueQuery): Promise<QueuePage> {
    return this.queue.page(query, reader);
  }
}
