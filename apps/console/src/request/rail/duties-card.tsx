import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { usePageTexts, useTexts } from '../../app/texts.js';
import { Card } from '../../ui/card.js';
import { useRequest } from '../request-context.js';
import styles from './rail.module.css';

/** What the law wants of this request, read off the request itself: nobody ticks anything. */
export const DutiesCard = () => {
  const { t } = usePageTexts('correspondence');
  const { t: common } = useTexts();
  const { duties } = useRequest().page;
  const groups = [...Map.groupBy(duties, ({ right }) => right)];
  const done = duties.filter((duty) => duty.done).length;
  return (
    <Card
      id="duties"
      title={t('correspondence.duties.title')}
      aside={
        duties.length > 0 && (
          <span className={styles.minor}>{t('correspondence.duties.progress', { done, total: duties.length })}</span>
        )
      }
    >
      {duties.length === 0 && <p className={styles.minor}>{t('correspondence.duties.none')}</p>}
      <div className={styles.stack}>
        {groups.map(([right, owed]) => (
          <section key={right}>
            <h3 className={styles.group}>
              {right === null ? t('correspondence.duties.whole') : common(`common.right.${right}`)}
            </h3>
            <ul className={styles.duties}>
              {owed.map((duty) => (
                <li key={duty.id} data-done={duty.done}>
                  {duty.done ? (
                    <IconCircleCheckFilled aria-hidden size={18} />
                  ) : (
                    <IconCircle aria-hidden size={18} stroke={1.7} />
                  )}
                  <span>
                    {t(`correspondence.duty.${duty.id}`)}{' '}
                    <span className={styles.source}>
                      {duty.source} · {t(duty.done ? 'correspondence.duties.done' : 'correspondence.duties.open')}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Card>
  );
};
