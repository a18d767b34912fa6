import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query';
import type { PreviewedCommand } from '#contracts/clock-preview';
import { call } from '../../api/call.js';
import { previewKey } from '../../api/keys.js';
import { useRequest } from '../request-context.js';

/**
 * What a command would do to the dates of the request on screen; null while it is not chosen far enough to say. While the
 * next choice is on its way, the last answer stays.
 */
export const usePreview = (command: PreviewedCommand | null) => {
  const { reference, version } = useRequest().page;
  return useQuery({
    queryKey: previewKey(reference, version, command),
    queryFn:
      command === null ? skipToken : ({ signal }) => call('preview', { params: { reference }, body: command, signal }),
    placeholderData: keepPreviousData,
  });
};
