import { useMutation } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { handles } from '../app/handlers.js';
import { useProblemText } from '../app/problem-text.js';
import { useTexts } from '../app/texts.js';
import { useSession } from '../session/session-context.js';
import { IconButton } from '../ui/icon-button.js';
import { useToast } from '../ui/use-toast.js';
import { queryOf, type QueueSearch } from './queue-search.js';
import { useSearchText } from './search-text.js';

/** Takes what is listed, and nothing else, as a file. */
export const useExport = (search: QueueSearch) => {
  const { t } = useTexts();
  const [{ text }] = useSearchText();
  const toast = useToast();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: async (references: readonly string[] | null) => {
      const { saveQueue } = await import('./save-queue.js');
      const choice = { ...queryOf(search), ...(text !== '' && { text }) };
      await saveQueue({ ...choice, ...(references && { references: [...references] }) }, t('queue.export.file'));
    },
    onSuccess: () => toast.done(t('queue.export.done')),
    onError: (error) => toast.failed(problemText(error)),
  });
};

export const ExportButton = ({ search }: { search: QueueSearch }) => {
  const { t } = useTexts();
  const { user } = useSession();
  const take = useExport(search);
  if (!handles(user) && user.role !== 'auditor') return null;
  return (
    <IconButton label={t('queue.export')} onClick={() => take.isPending || take.mutate(null)}>
      <IconDownload aria-hidden size={20} stroke={1.7} />
    </IconButton>
  );
};
