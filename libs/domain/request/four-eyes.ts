import { staffIdIn } from './actor.js';
import { waitsForApproval } from './next-action.js';
import type { RightState, SubjectRequest } from './state.js';

/** Who decided a right or recorded a proof of identity, as the ledger names them. */
export const handsIn = ({ proofs }: SubjectRequest, { decision }: RightState): string[] =>
  [decision?.by ?? null, ...proofs.map(({ by }) => by)].filter((by) => by !== null);

/**
 * Ids of staff who may approve nothing of what waits for approval, because they had a hand in all of it (security design,
 * law 6); null where nothing waits for it.
 */
export const mayNotApprove = (state: SubjectRequest): string[] | null => {
  const [first, ...others] = state.rights
    .filter((right) => waitsForApproval(state, right))
    .map((right) => new Set(handsIn(state, right)));
  if (first === undefined) return null;
  const inAll = others.reduce((hands, more) => hands.intersection(more), first);
  return [...inAll].map(staffIdIn).filter((id) => id !== null);
};
