import type { StoryName } from './stories.js';

/** Who asked, how many days ago, and what has happened since. `person` is a place in the demo register. */
export interface Role {
  readonly story: StoryName;
  readonly daysAgo: number;
  readonly person: number;
  readonly assigned: boolean;
}

const role = (story: StoryName, daysAgo: number, person: number, assigned = true): Role => ({
  story,
  daysAgo,
  person,
  assigned,
});

/** Forty requests. The first people of the register are the difficult ones; the rest are ordinary customers. */
export const CAST: readonly Role[] = [
  role('waitsForConfirmation', 0, 20, false),
  role('waitsForConfirmation', 6, 21, false),
  role('waitsForCode', 1, 22, false),
  role('waitsForCode', 9, 23),
  role('waitsForCode', 3, 1),
  role('waitsForCode', 2, 5),
  role('waitsForCallBack', 4, 24),
  role('waitsForCallBack', 11, 0),
  role('waitsForDecision', 7, 25),
  role('waitsForDecision', 15, 26),
  role('waitsForDecision', 36, 27),
  role('waitsForApproval', 12, 28),
  role('waitsForApproval', 29, 29),
  role('sentBack', 18, 30),
  role('answered', 25, 31),
  role('answered', 44, 32),
  role('answeredAndOpened', 33, 33),
  role('answeredAndOpened', 58, 34),
  role('extended', 40, 35),
  role('pausedForIdentity', 22, 2),
  role('pausedForClarification', 13, 36),
  role('pausedAndResumed', 24, 37),
  role('nothingHeld', 19, 400),
  role('strangerWaits', 2, 401, false),
  role('disowned', 3, 38),
  role('withdrawn', 17, 39),
  role('marketingBan', 0, 40, false),
  role('marketingBan', 14, 41),
  role('marketingBan', 31, 42),
  role('banAndAccess', 5, 43),
  role('erasurePlanned', 10, 44),
  role('erasureApproved', 11, 45),
  role('erasureApproved', 38, 46),
  role('accessThenErasure', 16, 47),
  role('rectification', 8, 48),
  role('objection', 6, 49),
  role('restriction', 21, 50),
  role('portability', 27, 51),
  role('byLetter', 5, 9),
  role('byPhone', 1, 8, false),
];
