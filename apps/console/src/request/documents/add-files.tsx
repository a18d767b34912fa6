import { useMutation, useQueryClient } from '@tanstack/react-query';
import { attachFile, TAKEN_FILES } from '../../api/attach-file.js';
import { requestKey } from '../../api/keys.js';
import { useProblemText } from '../../app/problem-text.js';
import { usePageTexts } from '../../app/texts.js';
import { ChooseFiles } from '../../ui/choose-files.js';
import { useToast } from '../../ui/use-toast.js';
import { useRequest } from '../request-context.js';
import styles from './documents.module.css';

/** Files that belong to the request, one after the other; what was kept stays when a later one is refused. */
export const AddFiles = () => {
  const { t } = usePageTexts('correspondence');
  const problemText = useProblemText();
  const toast = useToast();
  const client = useQueryClient();
  const { reference } = useRequest().page;
  const add = useMutation({
    mutationFn: async (files: readonly File[]) => {
      let kept = 0;
      for (const file of files) {
        try {
          await attachFile(reference, file);
          kept += 1;
        } catch (error) {
          const problem = problemText(error instanceof Error ? error : new Error('unknown'));
          toast.failed(t('correspondence.documents.failed', { name: file.name, problem }));
        }
      }
      return kept;
    },
    onSuccess: (kept) => {
      if (kept > 0) toast.done(t('correspondence.documents.added.done', { count: kept }));
    },
    onSettled: () => client.invalidateQueries({ queryKey: requestKey(reference) }),
  });
  return (
    <div className={styles.add}>
      <ChooseFiles
        label={t('correspondence.documents.add')}
        hint={t('correspondence.documents.addHint')}
        accept={TAKEN_FILES}
        multiple
        disabled={add.isPending}
        onFiles={(files) => add.mutate(files)}
      />
    </div>
  );
};
