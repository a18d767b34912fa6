import type { Deadlines } from '#domain/clock/deadlines';
import type { Right } from '#domain/law/rights';
import type { Actor, StaffRole } from '../actor.js';
import type { CommandOf, CommandType } from '../commands.js';
import type { RequestEvent } from '../events.js';
import type { RefusalCode } from '../refusal.js';
import type { Stage } from '../stages.js';
import type { SubjectRequest } from '../state.js';

/** What a decision may look at besides the request itself. `today` is the civil date where the controller is. */
export interface Circumstances {
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
  readonly actor: Actor;
  readonly deadlines: Deadlines;
}

/** What a command is aimed at, known before its other contents are: enough to say whether it is open to somebody. */
export interface Target {
  readonly right?: Right;
  readonly task?: string;
}

export interface CalledOff {
  readonly effect: string;
  readonly otherwise: RefusalCode;
}

export interface CommandRule<T extends CommandType> {
  /** The stage that counts: of the whole request, or of the right (or the task's right) the command is aimed at. */
  readonly scope: 'request' | 'right';
  /** Every stage is decided: open, or the reason why not. */
  readonly stages: Readonly<Record<Stage, 'open' | RefusalCode>>;
  readonly actors: readonly (StaffRole | 'person' | 'desk')[];
  /** Taken even while a "this was not me" has frozen the request. */
  readonly whileFrozen?: boolean;
  /** Why this command is closed to this target now, or null. */
  readonly closed?: (state: SubjectRequest, target: Target, circumstances: Circumstances) => RefusalCode | null;
  /** Why these contents do not hold, or null. */
  readonly invalid?: (state: SubjectRequest, command: CommandOf<T>, circumstances: Circumstances) => RefusalCode | null;
  /**
   * The effect that this calls off, by its name, and how it is refused where the effect no longer waits. Only the row of the
   * effect knows that, so it is asked in the transaction that writes the events.
   */
  readonly callsOff?: (command: CommandOf<T>) => CalledOff;
  readonly events: (
    state: SubjectRequest,
    command: CommandOf<T>,
    circumstances: Circumstances,
  ) => readonly RequestEvent[];
}

/** Staff who handle requests; the approver is a second officer. */
export const HANDLERS = ['officer', 'approver'] as const satisfies readonly StaffRole[];

/** Open until the request is closed. */
export const WHILE_OPEN = {
  intake: 'open',
  verification: 'open',
  fulfilment: 'open',
  response: 'open',
  closed: 'request-closed',
} as const;

/** Open always: the file of a closed request can still be annotated, and its mails still report. */
export const ALWAYS = { ...WHILE_OPEN, closed: 'open' } as const;
