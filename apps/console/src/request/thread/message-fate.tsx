import type { CorrespondenceMessage } from '#contracts/correspondence';
import { useDates } from '../../app/dates.js';
import { usePageTexts } from '../../app/texts.js';
import { formatTimeOfDay } from '#texts/dates';
import { useSession } from '../../session/session-context.js';
import { Button } from '../../ui/button.js';
import { permitFor, useRequest } from '../request-context.js';
import { useTakeBack } from './use-take-back.js';
import styles from './thread.module.css';

/** What became of a message; as long as it can be taken back, when it leaves and the button for that. */
export const MessageFate = ({ message: { state, leaves, takenBackAt, text } }: { message: CorrespondenceMessage }) => {
  const { t, language } = usePageTexts('correspondence');
  const { timeZone } = useSession();
  const dates = useDates();
  const { page } = useRequest();
  const takeBack = useTakeBack();
  if (takenBackAt !== null) {
    return <span className={styles.state}>{t('correspondence.takenBack', { at: dates.moment(takenBackAt) })}</span>;
  }
  if (state === null) return null;
  if (leaves === null) {
    return (
      <span className={styles.state} data-state={state}>
        {t(`correspondence.state.${state}`)}
      </span>
    );
  }
  const { message, at } = leaves;
  return (
    <>
      <time className={styles.state} dateTime={at}>
        {t('correspondence.leaves', { at: formatTimeOfDay(at, timeZone, language) })}
      </time>
      {permitFor(page, 'takeBackMessage', {})?.open === true && (
        <Button size="xs" busy={takeBack.isPending} onClick={() => takeBack.mutate({ message, words: text ?? '' })}>
          {t('correspondence.takeBack')}
        </Button>
      )}
    </>
  );
};
