import type { QueueRow } from '#contracts/queue';
import { useDates } from '../../app/dates.js';
import { useTexts } from '../../app/texts.js';
import styles from './cells.module.css';

/** When the request came in, by which channel and in which language. */
export const ReceivedCell = ({ row: { receivedOn, channel, language } }: { row: QueueRow }) => {
  const { t } = useTexts();
  const dates = useDates();
  return (
    <>
      <time className={styles.main} dateTime={receivedOn}>
        {dates.short(receivedOn)}
      </time>
      <span className={styles.came}>
        <span className={styles.channel} title={t(`common.channel.${channel}`)}>
          {t(`common.channel.${channel}`)}
        </span>
        <span aria-hidden>· {language.toUpperCase()}</span>
        <span className="visually-hidden">, {t(`common.language.${language}`)}</span>
      </span>
    </>
  );
};
