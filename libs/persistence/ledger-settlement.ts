import { DatabaseError } from 'pg';
import type { SqlSession } from './database.js';

/** A leased effect whose result is about to be committed. */
export interface Settlement {
  readonly effectId: string;
  readonly leaseOwner: string;
}

/** The lease was lost to somebody else: nothing of this attempt may be committed. */
export class LeaseLostError extends Error {
  constructor() {
    super('the lease of this effect was lost');
    this.name = 'LeaseLostError';
  }
}

/** What `artikla.lose_lease()` raises. */
export const LEASE_LOST = 'AR001';

/** Lets what a statement raised for a lost lease be the error that it means. */
export const asLeaseLost = (error: unknown): unknown =>
  error instanceof DatabaseError && error.code === LEASE_LOST ? new LeaseLostError() : error;

/** Marks an effect done that brings no command. Throws `LeaseLostError`. */
export const settle = async (session: SqlSession, { effectId, leaseOwner }: Settlement): Promise<void> => {
  const done = await session.query<{ id: string }>(
    `update effect set state = 'done', done_at = artikla.now(), lease_owner = null, lease_until = null, last_error = null
     where id = $1 and lease_owner = $2 and state = 'pending' returning id`,
    [effectId, leaseOwner],
  );
  if (done.length === 0) throw new LeaseLostError();
};
