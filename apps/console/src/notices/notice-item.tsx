import { Link } from '@tanstack/react-router';
import type { Notice, NoticeCause } from '#contracts/notices';
import { useDates } from '../app/dates.js';
import { usePageTexts } from '../app/texts.js';
import styles from './notice-list.module.css';

/** One mail: its reasons in the words of the mail, and the request that it leads to. */
export const NoticeItem = ({ notice, onOpen }: { notice: Notice; onOpen: () => void }) => {
  const { t, find } = usePageTexts('notices');
  const mail = usePageTexts('mail');
  const dates = useDates();
  const { reference } = notice;
  const wordsOf = ({ kind, date, count }: NoticeCause): string =>
    mail.find(`mail.reminder.${kind}`, { date: dates.inSentence(date), count }) ?? t('notices.letter.reminder');
  const words =
    notice.causes.length > 0
      ? notice.causes.map(wordsOf)
      : [find(`notices.letter.${notice.letter}`) ?? t('notices.letter.other')];
  return (
    <li className={styles.notice} data-read={notice.read}>
      <p className={styles.line}>
        {reference !== null && (
          <Link to="/requests/$reference" params={{ reference }} onClick={onOpen}>
            {reference}
          </Link>
        )}
        {!notice.read && <span className={styles.unread}>{t('notices.unread')}</span>}
        <time dateTime={notice.at}>{dates.moment(notice.at)}</time>
      </p>
      {words.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </li>
  );
};
