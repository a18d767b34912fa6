import { queryOptions, useQuery } from '@tanstack/react-query';
import type { QueuePage } from '#contracts/queue';
import { call } from '../api/call.js';
import { COUNTS_KEY } from '../api/keys.js';
import { refreshEvery } from '../live/link-state.js';

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
  refetchInterval: () => refreshEvery() + 5_000,
  staleTime: 15_000,
});

export const useCounts = (): QueuePage['counts'] | undefined => useQuery(countsQuery).data;
