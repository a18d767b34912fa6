import { queryOptions } from '@tanstack/react-query';
import { call } from '../api/call.js';
import { NOTICES_KEY } from '../api/keys.js';

/** What was mailed to the reader. A change of the desk that follows a mail asks anew; the interval is for what is missed. */
export const noticesQuery = queryOptions({
  queryKey: NOTICES_KEY,
  queryFn: ({ signal }) => call('notices', { signal }),
  refetchInterval: 300_000,
  staleTime: 30_000,
});
