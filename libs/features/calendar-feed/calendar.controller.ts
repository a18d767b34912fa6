import { createHash } from 'node:crypto';
import { Controller, Get, NotFoundException, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Addresses } from '#contracts/addresses';
import { CALENDAR_SCOPES } from '#contracts/calendar-feed';
import { Public } from '#contracts/staff-access';
import { CalendarFeeds } from './calendar-feeds.js';
import { FeedDates } from './feed-dates.js';
import { feedDocument } from './feed-document.js';
import type { Response } from 'express';

/**
 * Due dates for calendar programs, which bring no session: who has the address may read. A token that is wrong, revoked or
 * of somebody who has left is answered alike, after the same look-up.
 */
@Controller('calendar')
@Public()
@ApiExcludeController()
export class CalendarController {
  constructor(
    private readonly feeds: CalendarFeeds,
    private readonly dates: FeedDates,
    private readonly addresses: Addresses,
  ) {}

  @Get(':token.ics')
  async read(@Param('token') token: string, @Query('scope') asked: unknown, @Res() response: Response): Promise<void> {
    const reader = await this.feeds.readerOf(token);
    if (reader === null) throw new NotFoundException();
    const scope = CALENDAR_SCOPES.find((one) => one === asked) ?? 'unassigned';
    const host = new URL(this.addresses.consoleUrl).hostname;
    const linkTo = (reference: string) => this.addresses.console(`/requests/${reference}`);
    const document = feedDocument(await this.dates.of(reader.id, scope), reader.language, host, linkTo);
    response
      .set('Content-Type', 'text/calendar; charset=utf-8')
      .set('Content-Disposition', 'inline; filename="artikla.ics"')
      .set('Cache-Control', 'private, no-cache')
      .set('ETag', `"${createHash('sha256').update(document).digest('base64url')}"`)
      .send(document);
  }
}
