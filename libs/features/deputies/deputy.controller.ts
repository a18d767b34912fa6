import { Body, Controller, Logger } from '@nestjs/common';
import { deputyNaming, type Deputies, type DeputyNaming } from '#contracts/deputies';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { DeputyStore } from './deputy-store.js';

/** The deputy of whoever is signed in. */
@Controller()
@Allow('officer', 'approver')
export class DeputyController {
  private readonly logger = new Logger(DeputyController.name);

  constructor(private readonly deputies: DeputyStore) {}

  @StaffRoute('deputies')
  read(@SignedIn() { id }: StaffMember): Promise<Deputies> {
    return this.deputies.of(id);
  }

  @StaffRoute('nameDeputy')
  async name(@SignedIn() { id }: StaffMember, @Body({ schema: deputyNaming }) naming: DeputyNaming): Promise<Deputies> {
    await this.deputies.name(id, naming);
    this.logger.log(`${id} named ${naming.deputy} as deputy`);
    return this.deputies.of(id);
  }

  @StaffRoute('endDeputy')
  async end(@SignedIn() { id }: StaffMember): Promise<Deputies> {
    await this.deputies.end(id);
    this.logger.log(`${id} has no deputy any more`);
    return this.deputies.of(id);
  }
}
