import { Body, Controller, Logger } from '@nestjs/common';
import { revival, type OperationsPage, type Revival } from '#contracts/operations';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { acceptClock } from '#persistence/clock-watermark-rows';
import { Database } from '#persistence/database';
import { readBoard, revive } from './board.js';

/** How the engine stands, and what it needs a person for. It names requests and nobody. */
@Controller()
export class OperationsController {
  readonly #logger = new Logger(OperationsController.name);

  constructor(private readonly database: Database) {}

  @StaffRoute('operations')
  @Allow('officer', 'approver', 'administrator')
  read(): Promise<OperationsPage> {
    return readBoard(this.database);
  }

  @StaffRoute('revive')
  @Allow('officer', 'approver', 'administrator')
  async revive(@SignedIn() { id }: StaffMember, @Body({ schema: revival }) wanted: Revival): Promise<OperationsPage> {
    const effects = await revive(this.database, wanted);
    this.#logger.log({ staff: id, revived: wanted.kind, reason: wanted.reason, effects });
    return this.read();
  }

  /** Does nothing when the clock is believed already: somebody else was quicker, or it came back. */
  @StaffRoute('acceptClock')
  @Allow('administrator')
  async acceptClock(@SignedIn() { id }: StaffMember): Promise<OperationsPage> {
    if (await acceptClock(this.database, id)) this.#logger.warn({ clock: 'accepted', staff: id });
    return this.read();
  }
}
