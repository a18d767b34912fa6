import { useId } from 'react';
import type { ClockPreview, PreviewedCommand } from '#contracts/clock-preview';
import { ApiProblem } from '../../api/api-problem.js';
import { useDates } from '../../app/dates.js';
import { useProblemText } from '../../app/problem-text.js';
import { useTexts } from '../../app/texts.js';
import { stepSentence } from '../../clock/step-sentence.js';
import { Button } from '../../ui/button.js';
import { PreviewReason } from './preview-reason.js';
import { PreviewTable } from './preview-table.js';
import { usePreview } from './use-preview.js';
import styles from './preview.module.css';

/** What would be refused is told as such; that the preview itself failed keeps nobody from confirming. */
const isRefused = (error: Error | null): boolean => error instanceof ApiProblem && error.status === 409;

/** What is already late, or would be. */
const ALARMS: readonly ClockPreview['because']['key'][] = ['question_too_late', 'refusal_late', 'answered_late'];

const isMoved = ({ limits }: ClockPreview): boolean =>
  limits.some(({ limit, fate }) => limit === 'due' && fate === 'moves');

/** The dates before a command is confirmed: each as it is and as it becomes, and why. */
export const PreviewPanel = ({ command }: { command: PreviewedCommand | null }) => {
  const texts = useTexts();
  const dates = useDates();
  const problemText = useProblemText();
  const { t } = texts;
  const { data, error, isFetching, refetch } = usePreview(command);
  const id = useId();
  if (command === null) return null;
  const shown = error === null ? data : undefined;
  return (
    <section className={styles.panel} aria-labelledby={id} aria-busy={isFetching}>
      <h3 className={styles.title} id={id}>
        {t('console.preview.title')}
      </h3>
      <div
        role="status"
        className={styles.status}
        data-alarm={shown !== undefined && ALARMS.includes(shown.because.key)}
      >
        {shown !== undefined && <PreviewReason preview={shown} />}
        {shown === undefined && error === null && t('console.preview.loading')}
        {error !== null && problemText(error)}
      </div>
      {error !== null && !isRefused(error) && (
        <Button size="xs" busy={isFetching} onClick={() => void refetch()}>
          {t('console.ui.retry')}
        </Button>
      )}
      {shown !== undefined && (
        <>
          {shown.state.after !== 'stopped' && <PreviewTable preview={shown} />}
          {isMoved(shown) && <p className={styles.steps}>{stepSentence(shown.steps, texts, dates)}</p>}
        </>
      )}
    </section>
  );
};
