import { openFinding } from '../findings.js';
import { ALWAYS, HANDLERS, WHILE_OPEN, type CommandRule, type Circumstances } from './rule.js';
import type { RefusalCode } from '../refusal.js';
import type { SubjectRequest } from '../state.js';

const cannotPause = (state: SubjectRequest): RefusalCode | null => (state.pausedFor === null ? null : 'already-paused');

/** Asking for proof of identity stops the clock, only on reasonable doubt (GDPR art. 12(6); EDPB 01/2022 s. 5.3). */
export const requestIdentity: CommandRule<'requestIdentity'> = {
  scope: 'request',
  stages: { ...WHILE_OPEN, response: 'too-late' },
  actors: HANDLERS,
  closed: cannotPause,
  events: () => [{ type: 'identityRequested', data: {} }],
};

/** Asking the person to specify stops the clock where a large quantity is processed (GDPR recital 63). */
export const requestClarification: CommandRule<'requestClarification'> = {
  scope: 'request',
  stages: { ...WHILE_OPEN, response: 'too-late' },
  actors: HANDLERS,
  closed: cannotPause,
  events: () => [{ type: 'clarificationRequested', data: {} }],
};

/** An insufficient reply is kept and leaves the clock stopped (EDPB 01/2022 s. 5.3). */
export const recordReply: CommandRule<'recordReply'> = {
  scope: 'request',
  stages: WHILE_OPEN,
  actors: HANDLERS,
  closed: (state) => (state.pausedFor === null ? 'not-paused' : null),
  events: ({ pausedFor }, { sufficient }) =>
    pausedFor === null ? [] : [{ type: 'replyRecorded', data: { to: pausedFor, sufficient } }],
};

const cannotExtend = (state: SubjectRequest, { deadlines, today }: Circumstances): RefusalCode | null => {
  if (state.extended) return 'already-extended';
  // A limit that the law does not have has not been counted in any step.
  if (deadlines.limitSteps.extensionNoticeBy.length === 0) return 'no-extension';
  // No limit passes while the clock stands still.
  if (deadlines.extensionNoticeBy === null) return null;
  return Temporal.PlainDate.compare(today, deadlines.extensionNoticeBy) > 0 ? 'too-late' : null;
};

/** Two further months, once, told with reasons within the first month (GDPR art. 12(3)). */
export const extendDeadline: CommandRule<'extendDeadline'> = {
  scope: 'request',
  stages: WHILE_OPEN,
  actors: HANDLERS,
  closed: (state, _target, circumstances) => cannotExtend(state, circumstances),
  events: () => [{ type: 'deadlineExtended', data: {} }],
};

/** Other rules or another calendar give other dates: somebody chooses, and says why, which of them hold. */
export const settleFinding: CommandRule<'settleFinding'> = {
  scope: 'request',
  stages: WHILE_OPEN,
  actors: HANDLERS,
  whileFrozen: true,
  closed: (state) => (openFinding(state) === null ? 'no-finding' : null),
  invalid: (state, { finding }) => (openFinding(state)?.number === finding ? null : 'no-finding'),
  events: (_state, { finding, choice }) => [{ type: 'findingSettled', data: { finding, choice } }],
};

const isLate = ({ deadlines: { due, closing }, today }: Circumstances): boolean =>
  due !== null && Temporal.PlainDate.compare(closing?.on ?? today, due) > 0;

/** Why the answer is late, for the reports; also after it has left. The latest word counts. */
export const explainDelay: CommandRule<'explainDelay'> = {
  scope: 'request',
  stages: ALWAYS,
  actors: HANDLERS,
  whileFrozen: true,
  closed: (_state, _target, circumstances) => (isLate(circumstances) ? null : 'not-late'),
  events: (_state, { reason }) => [{ type: 'delayExplained', data: { reason } }],
};
