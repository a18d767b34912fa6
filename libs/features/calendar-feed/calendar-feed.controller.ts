import { Controller, Logger } from '@nestjs/common';
import { Addresses } from '#contracts/addresses';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { CalendarFeeds } from './calendar-feeds.js';
import type { CalendarFeed, NewCalendarFeed } from '#contracts/calendar-feed';

/** The calendar feed of whoever is signed in. */
@Controller()
@Allow('officer', 'approver')
export class CalendarFeedController {
  private readonly logger = new Logger(CalendarFeedController.name);

  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly addresses: Addresses,
  ) {}

  @StaffRoute('calendarFeed')
  async read(@SignedIn() { id }: StaffMember): Promise<CalendarFeed> {
    return { createdAt: await this.feeds.createdAt(id) };
  }

  @StaffRoute('createCalendarFeed')
  async create(@SignedIn() { id }: StaffMember): Promise<NewCalendarFeed> {
    const { token, createdAt } = await this.feeds.create(id);
    this.logger.log(`${id} made a calendar feed`);
    return { address: this.addresses.console(`/calendar/${token}.ics`), createdAt };
  }

  @StaffRoute('revokeCalendarFeed')
  async revoke(@SignedIn() { id }: StaffMember): Promise<void> {
    await this.feeds.revoke(id);
    this.logger.log(`${id} ended their calendar feed`);
  }
}
