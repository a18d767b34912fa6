import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { call } from '../api/call.js';
import { requestKey } from '../api/keys.js';
import { useProblemText } from '../app/problem-text.js';
import { useTexts } from '../app/texts.js';
import { Banner } from '../ui/banner.js';
import { Button } from '../ui/button.js';
import { toastDone, toastFailed } from '../ui/toast.js';
import { useRequest } from './request-context.js';

/** Work that the desk has given up after its last attempt, with the way to let it try again. */
export const FailedWork = () => {
  const { t } = useTexts();
  const problemText = useProblemText();
  const { page } = useRequest();
  const { reference, version } = page;
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () => call('retry', { params: { reference }, version }),
    onSuccess: (answer) => {
      client.setQueryData(requestKey(reference), answer);
      toastDone(t('console.done.retry'));
    },
    onError: (error) => toastFailed(problemText(error)),
  });
  const failed = page.rights.flatMap(({ tasks }) => tasks).filter(({ failure }) => failure !== null);
  if (failed.length === 0) return null;
  return (
    <Banner
      tone="overdue"
      icon={<IconPlugConnectedX size={20} />}
      actions={
        <Button size="xs" busy={retry.isPending} onClick={() => retry.mutate()}>
          {t('console.banner.retry')}
        </Button>
      }
    >
      <strong>{t('console.banner.failed', { count: failed.length })}</strong>{' '}
      {failed.map(({ registerName }) => registerName).join(', ')}
    </Banner>
  );
};
