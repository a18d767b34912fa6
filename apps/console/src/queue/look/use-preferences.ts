import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DeskPreferences } from '#contracts/desk-preferences';
import { USUAL_COLUMNS } from '#contracts/queue-columns';
import { call } from '../../api/call.js';
import { useProblemText } from '../../app/problem-text.js';
import { useToast } from '../../ui/use-toast.js';

const KEY = ['preferences'] as const;

const USUAL: DeskPreferences = { density: 'comfortable', columns: [...USUAL_COLUMNS] };

/** How the reader wants the queue to look; the usual way until the desk has told. */
export const usePreferences = (): DeskPreferences =>
  useQuery({ queryKey: KEY, queryFn: ({ signal }) => call('preferences', { signal }), staleTime: Infinity }).data ??
  USUAL;

/** Changes it at once, and back again when the desk refuses. */
export const useSavePreferences = (): ((wanted: DeskPreferences) => void) => {
  const client = useQueryClient();
  const problemText = useProblemText();
  const toast = useToast();
  const save = useMutation({
    mutationFn: (body: DeskPreferences) => call('savePreferences', { body }),
    onMutate: async (wanted) => {
      await client.cancelQueries({ queryKey: KEY });
      const before = client.getQueryData<DeskPreferences>(KEY);
      client.setQueryData(KEY, wanted);
      return before;
    },
    onError: (error, _wanted, before) => {
      client.setQueryData(KEY, before);
      toast.failed(problemText(error));
    },
  });
  return save.mutate;
};
