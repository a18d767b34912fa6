import { Injectable } from '@nestjs/common';
import { reminderFacts } from '#domain/request/reminder-facts';
import { datesToRemindOf } from '#domain/request/standing';
import { stillWanted } from '#domain/request/still-wanted';
import { renderLetter } from '#letters/render-letter';
import { Database } from '#persistence/database';
import { DeskClock } from '#persistence/desk-clock';
import { SUPERSEDED } from '#persistence/effect-rows';
import { Organisation } from '#persistence/organisation';
import { causesOf, escalationOf, type StaffReminder } from './reminder-causes.js';
import { STAFF_LANE } from './mail-lanes.js';
import { StaffMail } from './staff-mail.js';
import type { EffectData } from '#domain/request/effects';
import type { SubjectRequest } from '#domain/request/state';
import type { EffectHandler, EffectResult } from '#queue/effect-handler';
import type { ClaimedEffect } from '#queue/effect-rows';

interface OtherReminder {
  readonly data: EffectData['remind'];
  /** `told`: its mail went out. `untold`: it left its reason to a later one, and no mail has gone out since. */
  readonly state: 'waiting' | 'told' | 'untold';
  readonly later: boolean;
}

/**
 * Reminds staff of everything there is to remind of in a request, in one mail: of several reminders that are due the last
 * one speaks for all, and what was told today is not told again today.
 */
@Injectable()
export class SendReminder implements EffectHandler<'remind'> {
  readonly kind = 'remind';
  readonly lane = STAFF_LANE;

  constructor(
    private readonly database: Database,
    private readonly clock: DeskClock,
    private readonly organisation: Organisation,
    private readonly staff: StaffMail,
  ) {}

  async run(effect: ClaimedEffect<'remind'>, request: SubjectRequest): Promise<EffectResult | null> {
    const { calendar, settings, today } = (await this.clock.read()).in(request);
    const deadlines = datesToRemindOf(request, calendar, today);
    const midnight = today.toZonedDateTime(request.timeZone).toInstant();
    const others = (await this.#others(effect, midnight)).filter(({ data }) =>
      stillWanted(request, 'remind', data, () => deadlines),
    );
    const spokenFor = others.some(
      ({ state, later, data }) => (later && state !== 'untold') || (state === 'told' && sameReason(data, effect.data)),
    );
    if (spokenFor) return null;
    const untold = others.filter(({ state }) => state !== 'told').map(({ data }) => data);
    const kinds = [effect.data, ...untold].map(({ kind }) => kind as StaffReminder);
    const causes = causesOf(kinds, reminderFacts(request, deadlines, null), today, calendar);
    if (causes.length === 0) return null;
    const { profile } = await this.organisation.controller();
    const { assignee, reference } = request;
    const link = this.staff.requestLink(reference);
    const recipients = await this.staff.recipients(assignee, escalationOf(causes, settings.reminders));
    await this.staff.send(
      effect,
      'reminder',
      recipients,
      ({ language }) => renderLetter('reminder', language, { controller: profile, reference, causes, link }),
      await this.staff.everyone(),
      causes,
    );
    return { command: { type: 'recordReminder', reminder: effect.data.reminder } };
  }

  /** The other reminders of the request that are due: what waits, what was told later or today, what was left untold. */
  async #others({ id }: ClaimedEffect<'remind'>, midnight: Temporal.Instant): Promise<OtherReminder[]> {
    const rows = await this.database.query<Omit<OtherReminder, 'data'> & { data: string }>(
      `select other.data, (other.due_at, other.id) > (own.due_at, own.id) as later,
         case other.state when 'pending' then 'waiting' when 'done' then 'told' else 'untold' end as state
       from effect as own join effect as other on other.request_id = own.request_id and other.id <> own.id
       where own.id = $1 and other.kind = 'remind' and other.due_at <= artikla.now()
         and (other.state = 'pending'
           or other.state = 'done' and ((other.due_at, other.id) > (own.due_at, own.id) or other.done_at >= $2)
           or other.state = 'cancelled' and other.last_error = $3 and not exists (
             select from effect as mailed where mailed.request_id = own.request_id and mailed.kind = 'remind'
               and mailed.state = 'done' and mailed.done_at >= other.done_at))`,
      [id, midnight.toString(), SUPERSEDED],
    );
    return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as EffectData['remind'] }));
  }
}

const sameReason = (one: EffectData['remind'], other: EffectData['remind']): boolean =>
  one.kind === other.kind && one.about === other.about;
