import { Body, Controller } from '@nestjs/common';
import { registration, type Registration } from '#contracts/request-page';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { Registering, type Registered } from './registering.service.js';

/** Typing in what came by letter, phone, counter or mail. */
@Controller()
export class RegisterController {
  constructor(private readonly registering: Registering) {}

  @StaffRoute('register')
  @Allow('officer', 'approver')
  register(@SignedIn() staff: StaffMember, @Body({ schema: registration }) typed: Registration): Promise<Registered> {
    return this.registering.register(typed, staff);
  }
}
