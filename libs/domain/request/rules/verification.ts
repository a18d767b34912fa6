import { meetsLevel } from '#domain/law/identity';
import { IDENTITY_METHODS } from '../vocabulary.js';
import { identityLevel } from '../tasks.js';
import { HANDLERS, WHILE_OPEN, type CommandRule } from './rule.js';
import type { RequestEvent } from '../events.js';

/** Codes in an hour to one contact (security design, 2.7); a limit that always ends lets the real person try again. */
const CODES_PER_HOUR = 3;

/** The person showed that the contact they gave is theirs: V1. Asked of everyone alike, known or unknown. */
export const confirmContact: CommandRule<'confirmContact'> = {
  scope: 'request',
  stages: WHILE_OPEN,
  actors: ['person'],
  closed: (state) => {
    if (!state.hasEmail) return 'nothing-to-send';
    return state.contactConfirmed ? 'already-confirmed' : null;
  },
  events: () => [
    { type: 'contactConfirmed', data: {} },
    { type: 'identityConfirmed', data: { level: 'V1', method: 'contact_code' } },
  ],
};

/** Staff open the verification of a request whose sender does not confirm: the statutory clock runs all the same. */
export const startVerification: CommandRule<'startVerification'> = {
  scope: 'request',
  stages: WHILE_OPEN,
  actors: HANDLERS,
  closed: (state) => (state.contactConfirmed || state.verificationStarted ? 'already-confirmed' : null),
  events: () => [{ type: 'verificationStarted', data: {} }],
};

/** Who in the registers matches what was claimed: by the worker, or by staff when several people do. */
export const recordLocation: CommandRule<'recordLocation'> = {
  scope: 'request',
  stages: WHILE_OPEN,
  actors: ['desk', ...HANDLERS],
  closed: (state, _target, { actor }) => {
    if (state.location === null) return actor.kind === 'desk' ? null : 'too-early';
    // Until a person is proven to be the one who was found, staff may still say who is meant, or nobody.
    return actor.kind === 'staff' && !meetsLevel(identityLevel(state), 'V2') ? null : 'already-located';
  },
  events: (_state, { location, candidates, reachable }) => [
    { type: 'personLocated', data: { location, candidates, reachable } },
  ],
};

/** A fresh code to the contact on file. */
export const requestCode: CommandRule<'requestCode'> = {
  scope: 'request',
  stages: WHILE_OPEN,
  actors: ['person', ...HANDLERS],
  closed: (state, _target, { now }) => {
    if (meetsLevel(identityLevel(state), IDENTITY_METHODS.on_file_code.level)) return 'already-confirmed';
    if (state.location !== 'one' || !state.reachable) return 'nobody-located';
    const hourAgo = now.subtract({ hours: 1 });
    const recent = state.codesRequestedAt.filter(
      (at) => Temporal.Instant.compare(Temporal.Instant.from(at), hourAgo) > 0,
    );
    return recent.length >= CODES_PER_HOUR ? 'too-many-codes' : null;
  },
  events: () => [{ type: 'codeRequested', data: {} }],
};

/** A proof of identity: a code typed by the person, or what staff saw or heard. A weaker proof than one given is none. */
export const confirmIdentity: CommandRule<'confirmIdentity'> = {
  scope: 'request',
  stages: WHILE_OPEN,
  actors: ['person', ...HANDLERS],
  closed: (state, _target, { actor }) => {
    if (actor.kind !== 'staff') return null;
    return meetsLevel(identityLevel(state), 'V5') ? 'weaker-proof' : null;
  },
  invalid: (state, { method }, { actor }) => {
    const { level, needs, recordedBy } = IDENTITY_METHODS[method];
    if ((recordedBy === 'officer') !== (actor.kind === 'staff')) return 'not-your-role';
    if (!meetsLevel(identityLevel(state), needs)) return 'needs-on-file-proof';
    return meetsLevel(identityLevel(state), level) ? 'weaker-proof' : null;
  },
  events: (state, { method }) => {
    const proof: RequestEvent = {
      type: 'identityConfirmed',
      data: { level: IDENTITY_METHODS[method].level, method },
    };
    const reply: RequestEvent = { type: 'replyRecorded', data: { to: 'identity', sufficient: true } };
    return state.pausedFor === 'identity' ? [proof, reply] : [proof];
  },
};

/** "It was not me": the owner of the contact on file stops a request made in their name. */
export const disownRequest: CommandRule<'disownRequest'> = {
  scope: 'request',
  stages: WHILE_OPEN,
  actors: ['person'],
  events: () => [{ type: 'requestDisowned', data: {} }],
};

export const liftFreeze: CommandRule<'liftFreeze'> = {
  scope: 'request',
  stages: WHILE_OPEN,
  actors: ['approver'],
  whileFrozen: true,
  closed: (state) => (state.frozen ? null : 'not-frozen'),
  events: () => [{ type: 'freezeLifted', data: {} }],
};

/** Ends a request that its supposed sender disowned. */
export const dismiss: CommandRule<'dismiss'> = {
  scope: 'request',
  stages: WHILE_OPEN,
  actors: ['approver'],
  whileFrozen: true,
  closed: (state) => (state.frozen ? null : 'not-frozen'),
  events: () => [{ type: 'requestDismissed', data: {} }],
};
