/**
 * What can go wrong between the desk and a system. The sentences are fixed, because what a driver says quotes rows:
 * neither its text nor an identifier may reach logs, effect rows or screens (security design, law 7).
 */
export const CONNECTOR_ERRORS = {
  'identifier-too-weak': { retry: false, sentence: 'an identifier is missing, too short or a pattern' },
  'ambiguous-subject': { retry: false, sentence: 'the identifiers lead to more than one person' },
  'foreign-row': { retry: false, sentence: 'the system returned a row of somebody else' },
  'too-many-rows': { retry: false, sentence: 'more rows than one person can plausibly have' },
  'too-large': { retry: false, sentence: 'the files are larger than a package may be' },
  'not-capable': { retry: false, sentence: 'this register cannot do what was asked' },
  'wrong-definition': { retry: false, sentence: 'the system does not look as its definition says' },
  'plan-of-another-register': { retry: false, sentence: 'the erasure plan was made for another register' },
  'plan-outdated': { retry: false, sentence: 'rows have come since the erasure plan was made, so nothing was erased' },
  'erasure-incomplete': { retry: false, sentence: 'the system still holds what should be gone, so nothing was erased' },
  unavailable: { retry: true, sentence: 'the system cannot be reached' },
  'timed-out': { retry: true, sentence: 'the system did not answer in time' },
  failed: { retry: true, sentence: 'the system refused the query' },
} as const satisfies Record<string, { readonly retry: boolean; readonly sentence: string }>;

export type ConnectorErrorCode = keyof typeof CONNECTOR_ERRORS;

export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  /** True when the same call may succeed later without anybody doing anything. */
  readonly retry: boolean;

  /** `detail` may name what stands in the register's definition (tables, columns), never what stands in its rows. */
  constructor(
    readonly code: ConnectorErrorCode,
    readonly register: string,
    detail?: string,
  ) {
    const { retry, sentence } = CONNECTOR_ERRORS[code];
    super(`Register ${register}: ${detail ?? sentence}.`);
    this.retry = retry;
  }
}
