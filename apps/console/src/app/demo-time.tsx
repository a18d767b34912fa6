import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.js';
import { SESSION_KEY } from '../api/keys.js';
import { useSession } from '../session/session-context.js';
import { Button } from '../ui/button.js';
import { useToast } from '../ui/use-toast.js';
import { useDates } from './dates.js';
import { useProblemText } from './problem-text.js';
import { useTexts } from './texts.js';
import styles from './top-bar.module.css';

const STEPS = [
  { by: 'P1D', key: 'console.demo.day' },
  { by: 'P1W', key: 'console.demo.week' },
] as const;

/** The demo's date, which can be moved forward to see clocks run and reminders go out. */
export const DemoTime = () => {
  const { t } = useTexts();
  const dates = useDates();
  const problemText = useProblemText();
  const toast = useToast();
  const { today } = useSession();
  const client = useQueryClient();
  const advance = useMutation({
    mutationFn: (by: 'P1D' | 'P1W') => call('advanceTime', { body: { by } }),
    onSuccess: (session) => {
      client.setQueryData(SESSION_KEY, session);
      void client.invalidateQueries();
    },
    onError: (error) => toast.failed(problemText(error)),
  });
  return (
    <div className={styles.demo} role="group" aria-label={t('console.demo.label')}>
      <span className={styles.demoTag}>{t('console.demo.tag')}</span>
      <time className={styles.demoDate} dateTime={today}>
        {dates.short(today)}
      </time>
      {STEPS.map(({ by, key }) => (
        <Button
          key={by}
          size="xs"
          busy={advance.isPending && advance.variables === by}
          onClick={() => advance.mutate(by)}
        >
          {t(key)}
        </Button>
      ))}
    </div>
  );
};
