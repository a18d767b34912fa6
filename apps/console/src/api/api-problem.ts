import type { Problem } from '#contracts/wire';

/** The server's refusal (RFC 9457), or, with status 0 and code `unreachable`, that it could not be reached. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly errors: NonNullable<Problem['errors']> = [],
  ) {
    super(`the staff API answered ${status} ${code}`);
    this.name = 'ApiProblem';
  }

  /** Somebody else changed what was looked at. */
  get isOutdated(): boolean {
    return this.status === 412;
  }

  get isSignedOut(): boolean {
    return this.status === 401;
  }
}
