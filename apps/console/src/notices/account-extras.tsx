import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.js';
import { SESSION_KEY } from '../api/keys.js';
import { handles } from '../app/handlers.js';
import { useProblemText } from '../app/problem-text.js';
import { usePageTexts } from '../app/texts.js';
import { useSession } from '../session/session-context.js';
import { Segments } from '../ui/segments.js';
import { useToast } from '../ui/use-toast.js';
import { DeputyPanel } from './deputy-panel.js';

/** What few people set and rarely: shortcuts of one letter, and a deputy. */
export const AccountExtras = () => {
  const { t } = usePageTexts('notices');
  const { user } = useSession();
  const client = useQueryClient();
  const toast = useToast();
  const problemText = useProblemText();
  const choose = useMutation({
    mutationFn: (singleKeys: boolean) => call('chooseKeys', { body: { singleKeys } }),
    onSuccess: (session) => client.setQueryData(SESSION_KEY, session),
    onError: (error) => toast.failed(problemText(error)),
  });
  return (
    <>
      <Segments
        label={t('notices.keys.title')}
        value={user.singleKeys ? 'on' : 'off'}
        options={(['on', 'off'] as const).map((value) => ({ value, label: t(`notices.keys.${value}`) }))}
        onChoose={(value) => choose.mutate(value === 'on')}
      />
      {handles(user) && <DeputyPanel />}
    </>
  );
};
