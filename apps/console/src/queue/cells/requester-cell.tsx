import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { QueueRow } from '#contracts/queue';
import { useTexts } from '../../app/texts.js';
import { requestQuery } from '../../request/request-query.js';
import { rememberOpened } from '../last-queue.js';
import { personWords } from '../person-words.js';
import styles from './cells.module.css';

/** Whose request it is; the whole row leads to it. */
export const RequesterCell = ({ row }: { row: QueueRow }) => {
  const { reference, person } = row;
  const { t } = useTexts();
  const client = useQueryClient();
  // The request is there when it is opened: whoever points at a row or stands on it is likely to.
  const foresee = (): void => void client.prefetchQuery(requestQuery(reference));
  const name = personWords(row, t);
  return (
    <>
      <Link
        to="/requests/$reference"
        params={{ reference }}
        className={styles.person}
        title={name}
        data-row-link={reference}
        data-hidden={person === null}
        onMouseEnter={foresee}
        onFocus={foresee}
        onClick={() => rememberOpened(reference)}
      >
        {name}
      </Link>
      <span className={styles.reference}>{reference}</span>
    </>
  );
};
