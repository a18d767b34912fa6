import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.js';
import { COUNTS_KEY, queueKey } from '../api/keys.js';
import { refreshEvery } from '../live/link-state.js';
import { queryOf, type QueueSearch } from './queue-search.js';
import type { LookedFor } from './search-text.js';

/** One page of a view; words to look for go by a body. */
export const fetchPage = (
  search: QueueSearch,
  text: string,
  cursor: string | null,
  cancel: { readonly signal?: AbortSignal } = {},
) => {
  const wanted = { ...queryOf(search), ...(cursor !== null && { cursor }) };
  return text === ''
    ? call('queue', { query: wanted, ...cancel })
    : call('searchQueue', { body: { ...wanted, text }, ...cancel });
};

/** The rows of a view as far as they were asked for, refreshed while they are on screen. */
export const useQueue = (search: QueueSearch, { text, number }: LookedFor) => {
  const client = useQueryClient();
  const query = queryOf(search);
  return useInfiniteQuery({
    // The words are a person's: a number stands for them in the name of the answer.
    queryKey: text === '' ? queueKey(query) : [...queueKey(query), number],
    queryFn: async ({ pageParam, signal }) => {
      const page = await fetchPage(search, text, pageParam, { signal });
      client.setQueryData(COUNTS_KEY, page.counts);
      return page;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: refreshEvery,
  });
};
