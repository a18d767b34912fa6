import { Migration } from '@mikro-orm/migrations';

/**
 * Fair offers, narrow places and traces. All columns may be null and nothing that was there has changed, so that a worker
 * of the release before goes on working beside a new one.
 */
export class Engine extends Migration {
  override readonly name = '2026-11-24-engine';

  override up(): void {
    this.addSql(EFFECTS);
    this.addSql(LANES);
    this.addSql(MAILS);
  }
}

/**
 * `controller_id`: whose turn it is among organisations; null in rows of an older worker, which are a group of their own.
 * `lane`: the narrow place whose turn the effect waits for. `trace_parent`: the W3C trace that asked for it.
 * The index finds what is next of one queue and one organisation, however much waits behind it. `effect_due` stays for
 * workers of the release before. Room in the pages keeps claims and offers from touching any index.
 */
const EFFECTS = `
alter table effect add column controller_id uuid, add column lane text, add column trace_parent text;
alter table effect set (fillfactor = 70);
create index effect_next on effect
  (queue, coalesce(controller_id, '00000000-0000-0000-0000-000000000000'), greatest(due_at, retry_at), id)
  where state = 'pending' and lane is null;
create index effect_lane on effect (lane, greatest(due_at, retry_at), id) where state = 'pending' and lane is not null;
`;

/**
 * Who is in a narrow place now. A row counts as long as its lease lives, so a worker that dies leaves the place by itself.
 * The function lets an effect in, or puts it back to wait for its turn without counting the attempt. One at a time looks
 * at one lane, so that the limit holds over all workers.
 */
const LANES = `
create table lane_use (
  effect_id text primary key,
  lane text not null,
  lease_owner text not null
);
create index lane_use_lane on lane_use (lane);

create function artikla.enter_lane(id text, owner text, entered text, places int) returns boolean language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(entered, 0));
  delete from lane_use where lane = entered and not exists (
    select from effect where effect.id = lane_use.effect_id and effect.lease_owner = lane_use.lease_owner
      and effect.state = 'pending' and effect.lease_until > clock_timestamp());
  if (select count(*) from lane_use where lane = entered) < places then
    insert into lane_use (effect_id, lane, lease_owner) values (enter_lane.id, entered, owner)
      on conflict (effect_id) do update set lane = excluded.lane, lease_owner = excluded.lease_owner;
    return true;
  end if;
  update effect set lane = entered, lease_owner = null, lease_until = null, offered_until = null, offers = 0,
    retry_at = null, attempts = attempts - 1
    where effect.id = enter_lane.id and effect.lease_owner = owner and effect.state = 'pending';
  return false;
end $$;
`;

/** Finds the mails of the last day without an entry per mail. */
const MAILS = `
create index message_recent on message using brin (created_at);
`;
