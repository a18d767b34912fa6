import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.js';
import { SESSION_KEY } from './keys.js';

/** What is damaged does not heal by being asked for again. */
const worthRetrying = (failures: number, error: Error): boolean =>
  failures < 2 &&
  error instanceof ApiProblem &&
  error.code !== 'content-unreadable' &&
  (error.status === 0 || error.status >= 500);

/** Answers are kept while the page is open and nowhere else. A 401 to any call ends the session on screen. */
export const createQueryClient = (): QueryClient => {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => endSessionOn(error) }),
    mutationCache: new MutationCache({ onError: (error) => endSessionOn(error) }),
    defaultOptions: {
      // Without a network a call fails and says so. It does not wait, least of all to be sent later behind one's back.
      queries: { retry: worthRetrying, staleTime: 5_000, networkMode: 'always', refetchOnReconnect: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  const endSessionOn = (error: Error): void => {
    if (error instanceof ApiProblem && error.isSignedOut) client.setQueryData(SESSION_KEY, null);
  };
  return client;
};
