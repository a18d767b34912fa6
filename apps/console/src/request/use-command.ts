import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { RequestPage, StaffCommand } from '#contracts/request-page';
import { ApiProblem } from '../api/api-problem.js';
import { call } from '../api/call.js';
import { QUEUE_KEY, requestKey } from '../api/keys.js';
import { useTexts } from '../app/texts.js';
import { useToast } from '../ui/use-toast.js';
import { useRequest } from './request-context.js';

/**
 * Gives a command against the version on screen. One intent keeps one key until the server has answered, so a repeated
 * attempt after a broken connection makes nothing twice; when somebody else was quicker, the page shows what they did.
 */
export const useCommand = (
  onDone: (answer: RequestPage) => void,
  /** The page as it will be, for a command that is shown at once and undone when it is refused. */
  foresee?: (page: RequestPage, command: StaffCommand) => RequestPage,
) => {
  const { find } = useTexts();
  const toast = useToast();
  const { page } = useRequest();
  const { reference, version } = page;
  const client = useQueryClient();
  const [idempotencyKey, setIdempotencyKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (command: StaffCommand) =>
      call('command', { params: { reference }, body: command, version, idempotencyKey }),
    onMutate: async (command) => {
      if (foresee === undefined) return null;
      // What is on its way would show the page as it was.
      await client.cancelQueries({ queryKey: requestKey(reference) });
      client.setQueryData(requestKey(reference), foresee(page, command));
      return page;
    },
    onSuccess: (answer, { type }) => {
      client.setQueryData(requestKey(reference), answer);
      void client.invalidateQueries({ queryKey: QUEUE_KEY });
      setIdempotencyKey(crypto.randomUUID());
      // What has more to say than that it is done says it itself.
      const words = find(`console.done.${type}`);
      if (words !== null) toast.done(words);
      onDone(answer);
    },
    onError: (error, _, before) => {
      if (before) client.setQueryData(requestKey(reference), before);
      if (!(error instanceof ApiProblem) || error.status === 0) return;
      setIdempotencyKey(crypto.randomUUID());
      if (error.isOutdated) void client.invalidateQueries({ queryKey: requestKey(reference) });
    },
  });
};
