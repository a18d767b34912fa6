import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.js';
import { COUNTS_KEY, queueKey } from '../api/keys.js';
import { refreshEvery } from '../live/link-state.js';
import { queryOf, type QueueSearch } from './queue-search.js';

/** The rows of a view as far as they were asked for, refreshed while they are on screen. */
export const useQueue = (search: QueueSearch) => {
  const client = useQueryClient();
  const query = queryOf(search);
  return useInfiniteQuery({
    queryKey: queueKey(query),
    queryFn: async ({ pageParam, signal }) => {
      const page = await call('queue', { query: { ...query, ...(pageParam && { cursor: pageParam }) }, signal });
      client.setQueryData(COUNTS_KEY, page.counts);
      return page;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: refreshEvery,
  });
};
