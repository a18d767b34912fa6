import { Injectable } from '@nestjs/common';
import { renderLetter } from '#letters/render-letter';
import { Organisation } from '#persistence/organisation';
import { formatDate } from '#texts/dates';
import { STAFF_LANE } from './mail-lanes.js';
import { StaffMail } from './staff-mail.js';
import type { DeskEffectHandler } from '#queue/desk-effect-handler';
import type { ClaimedDeskEffect } from '#queue/effect-rows';

/** Tells everybody at the desk that reminders were missing: they are planned again, but what removed them is still there. */
@Injectable()
export class SendAlarm implements DeskEffectHandler<'alarm'> {
  readonly kind = 'alarm';
  readonly lane = STAFF_LANE;

  constructor(
    private readonly organisation: Organisation,
    private readonly staff: StaffMail,
  ) {}

  async run(effect: ClaimedDeskEffect<'alarm'>): Promise<null> {
    const { on, references } = effect.data;
    const { profile } = await this.organisation.controller();
    const requests = references.map((reference) => ({ reference, link: this.staff.requestLink(reference) }));
    await this.staff.send(effect, 'missing-reminders', await this.staff.everyone(), ({ language }) =>
      renderLetter('missing-reminders', language, {
        controller: profile,
        reference: formatDate(on, language, 'numeric'),
        requests,
      }),
    );
    return null;
  }
}
