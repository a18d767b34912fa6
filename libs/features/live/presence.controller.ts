import { Controller, Param } from '@nestjs/common';
import { Allow, SignedIn, Unattended, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { Presences } from './presences.js';
import type { Presence } from '#contracts/presence';

/** Says who has a request open, to those who may read it. A page calls it by itself. */
@Controller()
@Allow('officer', 'approver', 'auditor')
export class PresenceController {
  constructor(private readonly presences: Presences) {}

  @StaffRoute('notePresence')
  @Unattended()
  note(@SignedIn() { id }: StaffMember, @Param('reference') reference: string): Promise<Presence> {
    return this.presences.note(reference, id);
  }

  @StaffRoute('leavePresence')
  @Unattended()
  leave(@SignedIn() { id }: StaffMember, @Param('reference') reference: string): Promise<void> {
    return this.presences.forget(reference, id);
  }
}
