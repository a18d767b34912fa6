import { Injectable } from '@nestjs/common';
import { datesToRemindOf } from '#domain/request/standing';
import { renderLetter } from '#letters/render-letter';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { Organisation } from '#persistence/organisation';
import { StaffMail } from './staff-mail.js';
import type { Deadlines } from '#domain/clock/deadlines';
import type { ReminderKind } from '#domain/clock/reminders';
import type { StaffRole } from '#domain/request/actor';
import type { SubjectRequest } from '#domain/request/state';
import type { ReminderCause } from '#letters/letter-parameters';
import type { EffectHandler, EffectResult } from '#queue/effect-handler';
import type { ClaimedEffect } from '#queue/effect-rows';

/** Lateness is told to more than the one who may have fallen ill. */
const ESCALATES_TO: Readonly<Partial<Record<ReminderKind, readonly StaffRole[]>>> = {
  overdue: ['approver', 'administrator'],
};

const days = (from: Temporal.PlainDate, to: Temporal.PlainDate | null): number =>
  to === null ? 0 : Math.abs(from.until(to, { largestUnit: 'day' }).days);

const causeOf = (kind: ReminderKind, deadlines: Deadlines, today: Temporal.PlainDate): ReminderCause => {
  const { due, pausedSince } = deadlines;
  const late = due !== null && Temporal.PlainDate.compare(today, due) > 0;
  if (late) return { reason: 'overdue', days: days(today, due) };
  switch (kind) {
    case 'paused_too_long':
      return { reason: 'paused_long', days: days(today, pausedSince) };
    case 'extension_decision':
      return { reason: 'extension_decision', days: null };
    default:
      return due !== null && today.equals(due)
        ? { reason: 'due_today', days: null }
        : { reason: 'due_soon', days: days(today, due) };
  }
};

/** Reminds staff of a date. A reminder that a later one has overtaken is not sent: one mail tells how things stand. */
@Injectable()
export class SendReminder implements EffectHandler<'remind'> {
  readonly kind = 'remind';

  constructor(
    private readonly database: Database,
    private readonly clock: DeskClock,
    private readonly organisation: Organisation,
    private readonly staff: StaffMail,
  ) {}

  async run(effect: ClaimedEffect<'remind'>, request: SubjectRequest): Promise<EffectResult | null> {
    if (await this.#overtaken(effect)) return null;
    const { profile } = await this.organisation.controller();
    const { calendar, today } = (await this.clock.read()).in(request);
    const deadlines = datesToRemindOf(request, calendar, today);
    const kind = effect.data.kind as ReminderKind;
    const cause = causeOf(kind, deadlines, today);
    const link = this.staff.requestLink(request.reference);
    const recipients = await this.staff.recipients(request.assignee, ESCALATES_TO[kind]);
    await this.staff.send(effect, 'reminder', recipients, ({ language }) =>
      renderLetter('reminder', language, { controller: profile, reference: request.reference, ...cause, link }),
    );
    return { command: { type: 'recordReminder', reminder: effect.data.reminder } };
  }

  async #overtaken({ id, requestId }: ClaimedEffect): Promise<boolean> {
    const [later] = await this.database.query(
      `select from effect as other join effect as own on own.id = $1
       where other.request_id = $2 and other.kind = 'remind' and other.state = 'pending' and other.id <> own.id
         and other.due_at <= artikla.now() and (other.due_at, other.id) > (own.due_at, own.id) limit 1`,
      [id, requestId],
    );
    return later !== undefined;
  }
}
