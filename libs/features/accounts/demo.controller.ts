import { Body, Controller, NotFoundException } from '@nestjs/common';
import { advanceTime, type Session } from '#contracts/session';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { DatabaseTime } from '#persistence/database-time';
import { Organisation } from '#persistence/organisation';
import { SessionView } from './session-view.js';
import type { z } from 'zod';

/** Moves the desk's time forward, so that a month can be watched in a minute. Only a demo desk has it. */
@Controller()
export class DemoController {
  constructor(
    private readonly organisation: Organisation,
    private readonly time: DatabaseTime,
    private readonly view: SessionView,
  ) {}

  @StaffRoute('advanceTime')
  @Allow('officer', 'approver', 'administrator')
  async advance(
    @SignedIn() staff: StaffMember,
    @Body({ schema: advanceTime }) { by }: z.output<typeof advanceTime>,
  ): Promise<Session> {
    const { demo } = await this.organisation.controller();
    if (!demo) throw new NotFoundException({ code: 'not-found' });
    await this.time.advance(Temporal.Duration.from(by));
    return this.view.of(staff.id);
  }
}
