import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.js';
import { requestKey } from '../api/keys.js';
import { refreshEvery } from '../live/link-state.js';

/** One request, refreshed while it is on screen. */
export const requestQuery = (reference: string) =>
  queryOptions({
    queryKey: requestKey(reference),
    queryFn: ({ signal }) => call('request', { params: { reference }, signal }),
    refetchInterval: refreshEvery,
  });
