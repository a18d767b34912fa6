import { BadRequestException, StandardSchemaValidationPipe } from '@nestjs/common';
import type { Problem } from '#contracts/wire';

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** More is of no use to whoever sends it, and a body can be made to have thousands of faults. */
const MOST_ERRORS = 20;

/** zod names unknown keys as they were sent; everything else it says is about the schema. */
const messageOf = (issue: Issue): string =>
  'code' in issue && issue.code === 'unrecognized_keys' ? 'holds keys that do not belong there' : issue.message;

const pathOf = ({ path = [] }: Issue): string =>
  path.map((step) => String(typeof step === 'object' ? step.key : step)).join('.');

const refusal = (issues: readonly Issue[]): BadRequestException => {
  const errors: NonNullable<Problem['errors']> = issues
    .slice(0, MOST_ERRORS)
    .map((issue) => ({ path: pathOf(issue), message: messageOf(issue) }));
  return new BadRequestException({ code: 'invalid-input', errors });
};

/** Checks what comes in against the contract's schema of the route. What is wrong is named, what was sent never repeated. */
export class ValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: refusal });
  }

  /** A `__proto__` is refused like any other foreign key, not taken out in silence. */
  protected override stripProtoKeys(): void {
    return undefined;
  }
}
