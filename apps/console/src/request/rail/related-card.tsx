import { useQuery } from '@tanstack/react-query';
import { useProblemText } from '../../app/problem-text.js';
import { usePageTexts } from '../../app/texts.js';
import { Card } from '../../ui/card.js';
import { SimilarList } from '../../ui/similar-list.js';
import { useRequest } from '../request-context.js';
import { relatedQuery } from '../part-queries.js';
import styles from './rail.module.css';

/** Other requests of the same person, for duplicates and for what they were answered before. */
export const RelatedCard = () => {
  const { t } = usePageTexts('correspondence');
  const problemText = useProblemText();
  const { data, error } = useQuery(relatedQuery(useRequest().page.reference));
  return (
    <Card id="related" title={t('correspondence.related.title')}>
      <div className={styles.stack}>
        {error !== null && <p className={styles.minor}>{problemText(error)}</p>}
        {data?.requests.length === 0 && <p className={styles.minor}>{t('correspondence.related.none')}</p>}
        {data !== undefined && data.requests.length > 0 && (
          <>
            <SimilarList {...data} />
            <p className={styles.minor}>{t('correspondence.related.hint')}</p>
          </>
        )}
      </div>
    </Card>
  );
};
