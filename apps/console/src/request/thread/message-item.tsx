import type { CorrespondenceMessage } from '#contracts/correspondence';
import { useActorName } from '../../app/actor-name.js';
import { useDates } from '../../app/dates.js';
import { usePageTexts, useTexts } from '../../app/texts.js';
import { useRequest } from '../request-context.js';
import { MessageFate } from './message-fate.js';
import styles from './thread.module.css';

/** One message: which way it went, what became of it, and its words as text. */
export const MessageItem = ({ message }: { message: CorrespondenceMessage }) => {
  const { t } = usePageTexts('correspondence');
  const { t: common, find } = useTexts();
  const dates = useDates();
  const actorName = useActorName();
  const { language } = useRequest().page;
  const { direction, letter, channel, subject, text, at, by } = message;
  const kind = letter !== null ? find(`console.letter.${letter}`) : channel && common(`common.channel.${channel}`);
  return (
    <li className={styles.message} data-direction={direction}>
      <p className={styles.line}>
        <strong>{t(`correspondence.${direction}`)}</strong>
        {kind !== null && <span className={styles.kind}>{kind}</span>}
        <span className={styles.minor}>{actorName(by)}</span>
        <MessageFate message={message} />
        <time className={styles.when} dateTime={at}>
          {dates.moment(at)}
        </time>
      </p>
      {text === null && direction === 'out' && <p className={styles.minor}>{t('correspondence.secret')}</p>}
      {text !== null && direction === 'in' && (
        <p className={styles.words} lang={language}>
          {text}
        </p>
      )}
      {text !== null && direction === 'out' && (
        <details>
          <summary>{subject ?? t('correspondence.show')}</summary>
          <p className={styles.words} lang={language}>
            {text}
          </p>
        </details>
      )}
    </li>
  );
};
