import { randomUUID } from 'node:crypto';
import { BadRequestException, Body, Controller, Headers } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { registration, type Registration } from '#contracts/request-page';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { Registering, type Registered } from './registering.service.js';

const KEY = /^[\w-]{1,100}$/;

/** Typing in what came by letter, phone, counter or mail. */
@Controller()
export class RegisterController {
  constructor(private readonly registering: Registering) {}

  /** The same `Idempotency-Key` with the same content registers once. */
  @StaffRoute('register')
  @ApiHeader({
    name: 'Idempotency-Key',
    required: false,
    description: 'One per wish to register; makes it safe to repeat',
  })
  @Allow('officer', 'approver')
  register(
    @SignedIn() staff: StaffMember,
    @Headers('idempotency-key') key: string | undefined,
    @Body({ schema: registration }) typed: Registration,
  ): Promise<Registered> {
    if (key !== undefined && !KEY.test(key)) throw new BadRequestException({ code: 'idempotency-key-not-valid' });
    return this.registering.register(typed, staff, key ?? randomUUID());
  }
}
