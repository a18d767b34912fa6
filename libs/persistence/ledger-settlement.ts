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

/** Marks the effect done in the transaction of its result. Throws `LeaseLostError`, which rolls everything back. */
export const settle = async (session: SqlSession, { effectId, leaseOwner }: Settlement): Promise<void> => {
  const done = await session.query<{ id: string }>(
    `update effect set state = 'done', done_at = artikla.now(), lease_owner = null, lease_until = null, last_error = null
     where id = $1 and lease_owner = $2 and state = 'pending' returning id`,
    [effectId, leaseOwner],
  );
  if (done.length === 0) throw new LeaseLostError();
};
