import { queryOptions, useQuery } from '@tanstack/react-query';
import type { QueuePage } from '#contracts/queue';
import { call } from '../api/call.js';
import { COUNTS_KEY } from '../api/keys.js';
import { REFRESH_MS } from '../api/query-client.js';

/**
 * Every page of the queue brings the counts of all views along, so a queue on screen keeps these fresh by itself. Asked
 * on their own they wait a little longer, and so only where no queue is open. `overdue` is the shortest view.
 */
const countsQuery = queryOptions({
  queryKey: COUNTS_KEY,
  queryFn: async ({ signal }): Promise<QueuePage['counts']> => {
    const { counts } = await call('queue', { query: { view: 'overdue' }, signal });
    return counts;
  },
  refetchInterval: REFRESH_MS + 5_000,
  staleTime: REFRESH_MS,
});

export const useCounts = (): QueuePage['counts'] | undefined => useQuery(countsQuery).data;

/** Whether the last attempt to refresh succeeded, and when one last did (milliseconds since 1970; 0 for never). */
export const useCountsState = (): { fresh: boolean; updatedAt: number } => {
  const { isError, failureCount, fetchStatus, dataUpdatedAt } = useQuery(countsQuery);
  return { fresh: !isError && failureCount === 0 && fetchStatus !== 'paused', updatedAt: dataUpdatedAt };
};
