import { Body, Controller } from '@nestjs/common';
import { noticesRead, type NoticePage } from '#contracts/notices';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { STAFF_ROLES } from '#domain/request/actor';
import { NoticeStore } from './notice-store.js';
import type { z } from 'zod';

/** What was mailed to whoever is signed in. */
@Controller()
@Allow(...STAFF_ROLES)
export class NoticeController {
  constructor(private readonly notices: NoticeStore) {}

  @StaffRoute('notices')
  read(@SignedIn() { id }: StaffMember): Promise<NoticePage> {
    return this.notices.of(id);
  }

  @StaffRoute('markNoticesRead')
  async markRead(
    @SignedIn() reader: StaffMember,
    @Body({ schema: noticesRead }) { id, only }: z.output<typeof noticesRead>,
  ): Promise<NoticePage> {
    await this.notices.markRead(reader.id, id, only);
    return this.notices.of(reader.id);
  }
}
