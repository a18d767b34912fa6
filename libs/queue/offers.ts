import { QUEUES, type QueueName } from '#domain/request/effects';
import { statement } from '#persistence/statement';
import type { Database } from '#persistence/database';
import { LANE_KINDS, type LanePlaces } from './lanes.js';

/** No queue is given more than this: what waits in it waits in the order of the queue, which knows no fairness. */
export const MOST_PLACES = 200;

/** Seconds after which a job that was offered and not claimed is offered again, twice as long each time. */
const OFFER_SECONDS = 5;

/** After so many offers, which take over a minute, nobody waits for the queue any more. */
const ENOUGH_OFFERS = 5;

/** What `offers` is set to when a worker of another release was given the job and could not do it. */
export const DECLINED = 1000;

export interface OfferedEffect {
  readonly id: string;
  readonly kind: string;
  readonly queue: QueueName;
  /** Seconds it waited for its very first offer; null for any later one. */
  readonly lag: number | null;
  /** The queue has not led to it, again and again, or to a worker that cannot do it: whoever can does it without. */
  readonly here: boolean;
}

/** How much a queue can take now. */
export interface Room {
  readonly places: number;
  /** No job waits in it, so what is marked as on offer was lost: a wiped queue heals at the next look. */
  readonly empty: boolean;
}

export type Rooms = ReadonlyMap<QueueName, Room>;

export interface Wanted {
  readonly rooms: Rooms;
  /** Kinds of effects that this release can do; others are left to those who know them. */
  readonly kinds: readonly string[];
  readonly lanes: LanePlaces;
}

/** The same room in every queue. */
export const roomFor = (places: number): Rooms => new Map(QUEUES.map((queue) => [queue, { places, empty: false }]));

/**
 * Takes what is due and free, at most as much as each queue has room for, and marks it as on offer, so that a sweep does
 * not fill the queue with copies. What nobody claims is offered again, each time after twice as long.
 *
 * Fair: organisations take turns, one effect each and round again, whatever heap one of them has. What waits for a lane
 * stands outside of that order and is let out as places in it get free.
 *
 * It does not wait for the disk: what a crash of the database forgets to have offered is offered once more.
 */
export const takeOffers = (database: Database, { rooms, kinds, lanes }: Wanted): Promise<OfferedEffect[]> =>
  database.prepared<OfferedEffect>(TAKE_OFFERS, [
    QUEUES.map((queue) => rooms.get(queue)?.places ?? 0),
    QUEUES.map((queue) => rooms.get(queue)?.empty ?? false),
    kinds,
    LANE_KINDS.map((kind) => lanes[kind]),
    OFFER_SECONDS,
  ]);

/** Could anything be due? A fraction of what `takeOffers` costs: for the looks of a desk that has nothing to do. */
export const isAnythingDue = async (database: Database): Promise<boolean> =>
  (await database.prepared(ANYTHING_DUE, [])).length > 0;

const ANYTHING_DUE = statement(
  'anything-due',
  `select 1 from effect where state = 'pending' and due_at <= artikla.now() order by due_at limit 1`,
);

/** Takes back what was marked as on offer and no queue took: no offer was made. */
export const giveBack = async (database: Database, offers: readonly OfferedEffect[]): Promise<void> => {
  await database.query(
    `update effect set offered_until = null, offers = greatest(offers - 1, 0)
     where id = any ($1::text[]) and state = 'pending' and lease_owner is null`,
    [offers.map(({ id }) => id)],
  );
};

/** Stands for the organisation of rows that the release before wrote, which did not write theirs down. */
const NOBODY = `'00000000-0000-0000-0000-000000000000'::uuid`;
const NEXT = 'greatest(due_at, retry_at)';
const DUE = `state = 'pending' and ${NEXT} <= artikla.now() and kind = any ($3::text[])`;
const NOT_LEASED = '(lease_until is null or lease_until < clock_timestamp())';
const NOT_ON_OFFER = '(offered_until is null or offered_until < clock_timestamp() or room.empty)';

/** `('first', ($1::int[])[1]), ('second', ($1::int[])[2]) …`: names of ours beside their bound values. */
const rowsOf = (names: readonly string[], ...arrays: readonly string[]): string =>
  names.map((name, index) => `('${name}', ${arrays.map((array) => `(${array})[${index + 1}]`).join(', ')})`).join(', ');

/**
 * `fair` looks at no more rows of an organisation than a queue may hold, so the heap behind them costs nothing;
 * `waited_for` steps from one lane that somebody waits for to the next; `turn` lets out as many as have a place there.
 */
const TAKE_OFFERS = statement(
  'take-offers',
  `
  with recursive room (queue, places, empty) as (
    values ${rowsOf(QUEUES, '$1::int[]', '$2::boolean[]')}
  ), organisation as (
    select id from controller union all select ${NOBODY}
  ), fair as (
    select due.id, places, row_number() over (partition by queue order by round, next) as place
    from room cross join organisation cross join lateral (
      select effect.id, ${NEXT} as next, row_number() over (order by ${NEXT}, effect.id) as round
      from effect
      where effect.queue = room.queue and coalesce(controller_id, ${NOBODY}) = organisation.id and lane is null
        and ${DUE} and ${NOT_LEASED} and ${NOT_ON_OFFER}
      order by ${NEXT}, effect.id limit ${MOST_PLACES}) as due
  ), waited_for (lane) as (
    (select lane from effect where state = 'pending' and lane is not null order by lane limit 1)
    union all
    select (select effect.lane from effect
            where state = 'pending' and effect.lane > waited_for.lane order by effect.lane limit 1)
    from waited_for where lane is not null
  ), turn as (
    select first.id
    from waited_for join (values ${rowsOf(LANE_KINDS, '$4::int[]')}) as kind (name, places)
      on split_part(lane, ':', 1) = kind.name
    cross join lateral (
      select id, queue, offered_until from effect
      where effect.lane = waited_for.lane and ${DUE} and ${NOT_LEASED}
      order by ${NEXT}, id
      limit greatest(0, kind.places - (
        select count(*) from lane_use join effect on effect.id = effect_id and effect.lease_owner = lane_use.lease_owner
        where lane_use.lane = waited_for.lane and state = 'pending' and lease_until > clock_timestamp()))) as first
    join room using (queue) where ${NOT_ON_OFFER}
  ), chosen as (
    select id, ${NEXT} as next from effect join room using (queue)
    where id = any (array (select id from fair where place <= places union all select id from turn))
      and state = 'pending' and ${NOT_LEASED} and ${NOT_ON_OFFER}
    for update of effect skip locked
  )
  update effect set offers = offers + 1,
    offered_until = clock_timestamp() + make_interval(secs => $5 * power(2, least(mod(offers, ${DECLINED}), 6)))
  from chosen where effect.id = chosen.id
  returning effect.id, kind, queue, offers >= ${ENOUGH_OFFERS} as here, set_config('synchronous_commit', 'off', true),
    case when attempts = 0 and offers = 1 then extract(epoch from artikla.now() - next)::float8 end as lag`,
);
