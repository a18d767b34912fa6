import { Controller, Headers, HttpException, HttpStatus, Query, Req, Res } from '@nestjs/common';
import { liveQuery } from '#contracts/live';
import { Allow, Unattended, type WithStaff } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { STAFF_ROLES } from '#domain/request/actor';
import { Organisation } from '#persistence/organisation';
import { Changes } from './changes.js';
import { EventStream } from './event-stream.js';
import type { Request, Response } from 'express';
import type { z } from 'zod';

/** A browser opens one for all of its windows; more than a few are a mistake or a nuisance. */
const MOST_STREAMS = 6;

const ID = /^\d{1,15}$/;

/** What happens at the desk, as it happens: references, versions and kinds, nobody's name. */
@Controller()
export class EventsController {
  constructor(
    private readonly changes: Changes,
    private readonly organisation: Organisation,
  ) {}

  /** Answers 429 `too-many-streams`, and otherwise goes on until the page leaves or the session ends. */
  @StaffRoute('events')
  @Unattended()
  @Allow(...STAFF_ROLES)
  async listen(
    @Req() request: Request & WithStaff,
    @Res() response: Response,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Query({ schema: liveQuery }) { after }: z.output<typeof liveQuery>,
  ): Promise<void> {
    const session = Buffer.from(request.sessionHash ?? []).toString('hex');
    const { id: controllerId } = await this.organisation.controller();
    // Counted and added without a pause in between, or many that come together would all pass.
    if (this.changes.streamsOf(session) >= MOST_STREAMS) {
      throw new HttpException({ code: 'too-many-streams' }, HttpStatus.TOO_MANY_REQUESTS);
    }
    const received = ID.test(lastEventId ?? '') ? lastEventId : after;
    const stream = new EventStream(response, controllerId, session);
    response.on('close', () => this.changes.remove(stream));
    if (!response.closed) await this.changes.add(stream, received === undefined ? null : Number(received));
  }
}
