import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { call } from '../api/call.js';
import { requestKey } from '../api/keys.js';
import { handles } from '../app/handlers.js';
import { useProblemText } from '../app/problem-text.js';
import { useTexts } from '../app/texts.js';
import { useSession } from '../session/session-context.js';
import { Banner } from '../ui/banner.js';
import { Button } from '../ui/button.js';
import { useToast } from '../ui/use-toast.js';
import { FailureLine } from './failure-line.js';
import { useRequest } from './request-context.js';
import styles from './failed-work.module.css';

/** Work of the desk that does not succeed, and the way to let what was given up start again. */
export const FailedWork = () => {
  const { t } = useTexts();
  const problemText = useProblemText();
  const toast = useToast();
  const { user } = useSession();
  const { reference, version, failures } = useRequest().page;
  const client = useQueryClient();
  const retry = useMutation({
    mutationFn: () => call('retry', { params: { reference }, version }),
    onSuccess: (answer) => {
      client.setQueryData(requestKey(reference), answer);
      toast.done(t('console.done.retry'));
    },
    onError: (error) => toast.failed(problemText(error)),
  });
  if (failures.length === 0) return null;
  const canRetry = handles(user) && failures.some(({ dead }) => dead);
  return (
    <Banner
      tone="overdue"
      icon={<IconPlugConnectedX size={20} />}
      actions={
        canRetry && (
          <Button size="xs" busy={retry.isPending} onClick={() => retry.mutate()}>
            {t('console.banner.retry')}
          </Button>
        )
      }
    >
      <strong>{t('console.banner.failed', { count: failures.length })}</strong>
      <ul className={styles.failures}>
        {failures.map((failure) => (
          <FailureLine key={`${failure.effect} ${failure.about ?? ''}`} failure={failure} />
        ))}
      </ul>
    </Banner>
  );
};
