import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { OperationsPage } from '#contracts/operations';
import { OPERATIONS_KEY } from '../api/keys.js';
import { useProblemText } from '../app/problem-text.js';
import { useToast } from '../ui/use-toast.js';

/** Something done from the board: what it answers is shown at once, and whether it was done is said in words. */
export const useOperation = <Input>(work: (input: Input) => Promise<OperationsPage>, done: string) => {
  const client = useQueryClient();
  const problemText = useProblemText();
  const toast = useToast();
  return useMutation({
    mutationFn: work,
    onSuccess: (page) => {
      client.setQueryData(OPERATIONS_KEY, page);
      toast.done(done);
    },
    onError: (error) => toast.failed(problemText(error)),
  });
};
