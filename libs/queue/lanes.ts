import type { Database } from '#persistence/database';
import type { AnyClaimedEffect } from './effect-rows.js';

/** Narrow places that too many must not enter at once: a register, the mail servers of one domain. */
export const LANE_KINDS = ['register', 'mail'] as const;

export type LaneKind = (typeof LANE_KINDS)[number];

/** How many effects may be in one lane at a time, over all workers, by kind of lane. */
export type LanePlaces = Readonly<Record<LaneKind, number>>;

export const USUAL_LANE_PLACES: LanePlaces = { register: 4, mail: 20 };

/** `key` names the place without naming a person: a register's id, a keyed hash of a domain. */
export interface Lane {
  readonly kind: LaneKind;
  readonly key: string;
}

/** Called by a handler before it enters a narrow place; throws `LaneFull` when it has to wait for its turn. */
export type EnterLane = (lane: Lane) => Promise<void>;

/** The lane is full and the effect was put back to wait for its turn: neither a failure nor an attempt. */
export class LaneFull extends Error {
  override readonly name = 'LaneFull';
}

/** Enters a lane in the name of a claimed effect. It leaves by itself when its lease ends, in whichever way. */
export const enterLane = async (
  database: Database,
  places: LanePlaces,
  { id, leaseOwner }: AnyClaimedEffect,
  { kind, key }: Lane,
): Promise<void> => {
  const [row] = await database.query<{ entered: boolean }>('select artikla.enter_lane($1, $2, $3, $4) as entered', [
    id,
    leaseOwner,
    `${kind}:${key}`,
    places[kind],
  ]);
  if (row?.entered !== true) throw new LaneFull('full');
};
