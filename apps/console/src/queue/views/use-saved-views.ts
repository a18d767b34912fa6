import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SavedView, SavedViews, SavedViewText } from '#contracts/saved-views';
import { call } from '../../api/call.js';
import { COUNTS_KEY } from '../../api/keys.js';
import { useProblemText } from '../../app/problem-text.js';
import { useTexts } from '../../app/texts.js';
import { useToast } from '../../ui/use-toast.js';

/** Under the counts: what makes those old makes these old too. */
const KEY = [...COUNTS_KEY, 'views'] as const;

const EVERY_MS = 60_000;

const NONE: readonly SavedView[] = [];

/** The reader's saved views and those that colleagues share, by name. */
export const useSavedViews = (): readonly SavedView[] =>
  useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call('savedViews', { signal }),
    refetchInterval: EVERY_MS,
    staleTime: 15_000,
  }).data?.views ?? NONE;

export const useSavedView = (id: string | undefined): SavedView | undefined =>
  useSavedViews().find((view) => view.id === id);

/** Makes or changes a view; the id is the maker's, so a repeated attempt makes no second one. */
export const useSaveView = () => {
  const client = useQueryClient();
  const { t } = useTexts();
  const toast = useToast();
  return useMutation({
    mutationFn: ({ id, view }: { readonly id: string; readonly view: SavedViewText }) =>
      call('saveView', { params: { id }, body: view }),
    onSuccess: (answer: SavedViews, { view: { name } }) => {
      client.setQueryData(KEY, answer);
      toast.done(t('queue.views.saved', { name }));
    },
  });
};

/** Removes a view, and says how to bring it back. */
export const useRemoveView = () => {
  const client = useQueryClient();
  const { t } = useTexts();
  const toast = useToast();
  const problemText = useProblemText();
  const save = useSaveView();
  return useMutation({
    mutationFn: ({ id }: SavedView) => call('removeView', { params: { id } }),
    onSuccess: (_, { id, name, shared, query }) => {
      void client.invalidateQueries({ queryKey: KEY });
      const undo = () => save.mutate({ id, view: { name, shared, query } });
      toast.done(t('queue.views.removed', { name }), { words: t('queue.undo'), run: undo });
    },
    onError: (error) => toast.failed(problemText(error)),
  });
};
