import { Injectable } from '@nestjs/common';
import { renderLetter } from '#letters/render-letter';
import { Organisation } from '#persistence/organisation';
import { STAFF_LANE } from './mail-lanes.js';
import { StaffMail } from './staff-mail.js';
import type { SubjectRequest } from '#domain/request/state';
import type { EffectHandler, EffectResult } from '#queue/effect-handler';
import type { ClaimedEffect } from '#queue/effect-rows';

/** Tells staff at once that somebody disowned a request made in their name. */
@Injectable()
export class SendAlert implements EffectHandler<'alert'> {
  readonly kind = 'alert';
  readonly lane = STAFF_LANE;

  constructor(
    private readonly organisation: Organisation,
    private readonly staff: StaffMail,
  ) {}

  async run(effect: ClaimedEffect<'alert'>, { assignee, reference }: SubjectRequest): Promise<EffectResult> {
    const { profile } = await this.organisation.controller();
    const link = this.staff.requestLink(reference);
    const recipients = await this.staff.recipients(assignee, ['approver']);
    await this.staff.send(
      effect,
      'disowned-alert',
      recipients,
      ({ language }) => renderLetter('disowned-alert', language, { controller: profile, reference, link }),
      await this.staff.everyone(),
    );
    return {
      command: { type: 'recordLetter', letter: 'disowned-alert', effect: effect.id, sent: true, answers: null },
    };
  }
}
