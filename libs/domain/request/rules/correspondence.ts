import { messageEffect, SECONDS_BEFORE_LEAVING } from '../messages.js';
import { mailableTo } from '../reactions.js';
import { ALWAYS, HANDLERS, type CommandRule } from './rule.js';

/**
 * A message in an officer's own words. It goes where an answer may go and nowhere else (security design, law 2), because
 * nobody can promise that it holds nothing from the registers; where there is no such contact there is the post.
 */
export const writeMessage: CommandRule<'writeMessage'> = {
  scope: 'request',
  stages: ALWAYS,
  actors: HANDLERS,
  closed: (state) => (mailableTo(state) === null ? 'no-safe-contact' : null),
  events: (_state, _command, { now }) => [
    { type: 'messageWritten', data: { notBefore: now.add({ seconds: SECONDS_BEFORE_LEAVING }).toString() } },
  ],
};

/** Whoever handles the request thinks better of a message that has not left. It is taken back also while nothing may leave. */
export const takeBackMessage: CommandRule<'takeBackMessage'> = {
  scope: 'request',
  stages: ALWAYS,
  actors: HANDLERS,
  whileFrozen: true,
  closed: ({ messages }) => (messages.some(({ takenBack }) => !takenBack) ? null : 'no-message'),
  invalid: ({ messages }, { message }) => {
    const written = messages[message - 1];
    if (written === undefined) return 'no-message';
    return written.takenBack ? 'already-taken-back' : null;
  },
  callsOff: ({ message }) => ({ effect: messageEffect(message), otherwise: 'message-left' }),
  events: (_state, { message }) => [{ type: 'messageTakenBack', data: { message } }],
};

/** What the person wrote or said, written down by hand. The answer to a question that stops the clock is a reply instead. */
export const recordMessage: CommandRule<'recordMessage'> = {
  scope: 'request',
  stages: ALWAYS,
  actors: HANDLERS,
  whileFrozen: true,
  events: (_state, { by }) => [{ type: 'messageRecorded', data: { by } }],
};

/** A file that came with the request or belongs to it. The hash proves later that it is still the same. */
export const addAttachment: CommandRule<'addAttachment'> = {
  scope: 'request',
  stages: ALWAYS,
  actors: HANDLERS,
  whileFrozen: true,
  events: (_state, { document, sha256 }) => [{ type: 'attachmentAdded', data: { document, sha256 } }],
};
