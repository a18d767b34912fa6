import { useQuery } from '@tanstack/react-query';
import type { LoadQuery, QueueLoad } from '#contracts/queue-load';
import { call } from '../../api/call.js';
import { COUNTS_KEY } from '../../api/keys.js';

/** Under the counts, so that what makes those old makes this old too. */
const keyOf = (of: LoadQuery['of']) => [...COUNTS_KEY, 'load', of] as const;

const EVERY_MS = 60_000;

export const useLoad = (of: LoadQuery['of']): QueueLoad | undefined =>
  useQuery({
    queryKey: keyOf(of),
    queryFn: ({ signal }) => call('queueLoad', { query: { of }, signal }),
    refetchInterval: EVERY_MS,
    staleTime: 15_000,
  }).data;
