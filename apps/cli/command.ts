/** 0: done and well, 1: the check failed or it could not be done, 2: wrong use. */
export type ExitCode = 0 | 1 | 2;

/** What a command has of the world around it. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Standard input. */
  readonly input: AsyncIterable<Uint8Array>;
  /** A line of the answer. */
  readonly print: (line: string) => void;
  /** A long answer, piece by piece: wait for one before the next. */
  readonly write: (text: string) => Promise<void>;
  /** A line about what went wrong. */
  readonly complain: (line: string) => void;
}

/** What each file of a command exports: `args` are the words after its name. */
export interface CommandModule {
  readonly run: (args: readonly string[], surroundings: Surroundings) => Promise<ExitCode>;
}

/** A command that was typed wrongly; the message says how. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

/** What stops a command that was typed rightly, as one sentence with the way out. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
