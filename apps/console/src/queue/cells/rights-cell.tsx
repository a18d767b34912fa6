import type { QueueRow } from '#contracts/queue';
import { useTexts } from '../../app/texts.js';
import { RightName } from '../../ui/right-name.js';
import styles from './cells.module.css';

/** Rows keep their height: more rights than this are counted, and named on the request's page. */
const MOST_SHOWN = 2;

export const RightsCell = ({ rights }: { rights: QueueRow['rights'] }) => {
  const { t } = useTexts();
  const hidden = rights.slice(MOST_SHOWN);
  const names = hidden.map(({ right }) => t(`common.right.${right}`)).join(', ');
  return (
    <ul className={styles.rights}>
      {rights.slice(0, MOST_SHOWN).map(({ right, article }, index) => (
        <li key={right}>
          <RightName right={right} article={article} />
          {index === MOST_SHOWN - 1 && hidden.length > 0 && (
            <span className={styles.moreRights} title={names}>
              +{hidden.length}
              <span className="visually-hidden"> {names}</span>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};
