import { STAFF_PATHS } from '#contracts/staff-paths';
import { UNATTENDED_HEADER } from '#contracts/unattended-header';
import type { Problem } from '#contracts/wire';
import { addressOf, type AddressParts } from './address.js';
import { isAttended } from '../live/attendance.js';
import { noteAnswer } from '../live/reachability.js';
import { ApiProblem } from './api-problem.js';
import type { CallAnswer, CallOptions, StaffCall } from './staff-calls.js';

interface LooseOptions extends AddressParts {
  readonly body?: unknown;
  readonly version?: number;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal;
}

const headersOf = (method: string, { version, idempotencyKey }: LooseOptions): Headers => {
  const headers = new Headers({ accept: 'application/json' });
  if (!isAttended()) headers.set(UNATTENDED_HEADER, '1');
  if (method === 'GET') return headers;
  headers.set('content-type', 'application/json');
  headers.set('idempotency-key', idempotencyKey ?? crypto.randomUUID());
  if (version !== undefined) headers.set('if-match', String(version));
  return headers;
};

const problemOf = async (response: Response): Promise<ApiProblem> => {
  const body = (await response.json().catch(() => null)) as Partial<Problem> | null;
  return new ApiProblem(response.status, body?.code ?? 'unknown', body?.errors);
};

/**
 * One call of the staff API: method and address from its route table, options and answer typed by its contract.
 * Throws `ApiProblem` for every refusal, and for a server that cannot be reached.
 */
export const call = async <C extends StaffCall>(name: C, options: CallOptions<C>): Promise<CallAnswer<C>> => {
  const loose = options as LooseOptions;
  const { method, path } = STAFF_PATHS[name];
  const response = await fetch(addressOf(path, loose), {
    method,
    headers: headersOf(method, loose),
    ...(loose.body === undefined ? {} : { body: JSON.stringify(loose.body) }),
    ...(loose.signal === undefined ? {} : { signal: loose.signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    noteAnswer(0);
    throw new ApiProblem(0, 'unreachable');
  });
  noteAnswer(response.status);
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? null : await response.json()) as CallAnswer<C>;
};
