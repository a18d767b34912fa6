import { Injectable } from '@nestjs/common';
import { renderLetter } from '#letters/render-letter';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { Organisation } from '#persistence/organisation';
import { formatDate } from '#texts/dates';
import { DigestSections, type DigestReader } from './digest-sections.js';
import { STAFF_LANE } from './mail-lanes.js';
import { StaffMail } from './staff-mail.js';
import type { DeskEffectHandler } from '#queue/desk-effect-handler';
import type { ClaimedDeskEffect } from '#queue/effect-rows';

/** Tells an officer in the morning what is late, due, waiting and new. Who has nothing to be told gets no mail. */
@Injectable()
export class SendDigest implements DeskEffectHandler<'digest'> {
  readonly kind = 'digest';
  readonly lane = STAFF_LANE;

  constructor(
    private readonly database: Database,
    private readonly clock: DeskClock,
    private readonly organisation: Organisation,
    private readonly sections: DigestSections,
    private readonly staff: StaffMail,
  ) {}

  async run(effect: ClaimedDeskEffect<'digest'>): Promise<string | null> {
    const { user, on } = effect.data;
    const controller = await this.organisation.controller();
    const counting = (await this.clock.read()).in(controller);
    const { today, settings } = counting;
    if (today.toString() !== on || settings.reminders.off.includes('digest')) return 'no-longer-wanted';
    const reader = await this.#reader(user);
    if (reader === null) return 'nobody-to-tell';
    const linkTo = (reference: string) => this.staff.requestLink(reference);
    const sections = await this.sections.of(reader, counting, controller.timeZone, linkTo);
    if (sections.length === 0) return 'nothing-to-tell';
    await this.staff.send(effect, 'digest', [reader], ({ language }) =>
      renderLetter('digest', language, {
        controller: controller.profile,
        reference: formatDate(today, language, 'numeric'),
        sections,
        link: this.staff.worklistLink(),
      }),
    );
    return null;
  }

  /** Null when they have left or handle no requests any more. */
  async #reader(id: string): Promise<DigestReader | null> {
    const [reader] = await this.database.query<DigestReader>(
      `select id, email, name, language, role from staff_user
       where id = $1 and disabled_at is null and role in ('officer', 'approver')`,
      [id],
    );
    return reader ?? null;
  }
}
