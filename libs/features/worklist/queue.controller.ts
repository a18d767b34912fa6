import { Body, Controller, Query } from '@nestjs/common';
import { queueQuery, queueSearch, type QueuePage, type QueueQuery, type QueueSearch } from '#contracts/queue';
import { loadQuery, type LoadQuery, type QueueLoad } from '#contracts/queue-load';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { STAFF_ROLES } from '#domain/request/actor';
import { QueueLoadReader } from './queue-load.js';
import { QueueReader } from './queue-reader.js';

/** The worklist. Everyone at the desk sees it; administrators see no names in it. */
@Controller()
export class QueueController {
  constructor(
    private readonly queue: QueueReader,
    private readonly loads: QueueLoadReader,
  ) {}

  @StaffRoute('queue')
  @Allow(...STAFF_ROLES)
  read(@SignedIn() reader: StaffMember, @Query({ schema: queueQuery }) query: QueueQuery): Promise<QueuePage> {
    return this.queue.page(query, reader);
  }

  /** The same with words to look for, which stand in the body because addresses are kept in many places. */
  @StaffRoute('searchQueue')
  @Allow(...STAFF_ROLES)
  search(@SignedIn() reader: StaffMember, @Body({ schema: queueSearch }) query: QueueSearch): Promise<QueuePage> {
    return this.queue.page(query, reader);
  }

  /** What is due on each of the coming days. */
  @StaffRoute('queueLoad')
  @Allow(...STAFF_ROLES)
  load(@SignedIn() reader: StaffMember, @Query({ schema: loadQuery }) query: LoadQuery): Promise<QueueLoad> {
    return this.loads.read(query, reader);
  }
}
