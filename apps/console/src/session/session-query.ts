import { queryOptions } from '@tanstack/react-query';
import { ApiProblem } from '../api/api-problem.js';
import { call } from '../api/call.js';
import { SESSION_KEY } from '../api/keys.js';
import type { Session } from '#contracts/session';

const currentSession = async (signal: AbortSignal): Promise<Session | null> => {
  try {
    return await call('session', { signal });
  } catch (error) {
    if (error instanceof ApiProblem && error.isSignedOut) return null;
    throw error;
  }
};

/** Who is signed in, null when nobody is. Asked again each minute, so that the desk's date is never yesterday's. */
export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: ({ signal }) => currentSession(signal),
  refetchInterval: 60_000,
});
