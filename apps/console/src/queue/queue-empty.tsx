import { Link } from '@tanstack/react-router';
import { useTexts } from '../app/texts.js';
import { Button } from '../ui/button.js';
import { DEFAULT_VIEW, setFilters, withoutFilters, type QueueSearch } from './queue-search.js';
import { useSearchText } from './search-text.js';
import styles from './queue-page.module.css';

/** Nothing in the view: said in its own words, with the way on when a filter or a search is the reason. */
export const QueueEmpty = ({ search }: { search: QueueSearch }) => {
  const { t } = useTexts();
  const [{ text }, look] = useSearchText();
  const name = search.view ?? DEFAULT_VIEW;
  const view = t(`console.view.${name}`);
  const filtered = setFilters(search).length > 0;
  if (text === '' && !filtered) {
    return (
      <div className={styles.empty}>
        <p>{t(`console.queue.empty.${name}`)}</p>
      </div>
    );
  }
  return (
    <div className={styles.empty}>
      <p>{t(text === '' ? 'queue.noMatch' : 'queue.noHit', { view })}</p>
      {text !== '' && (
        <>
          <p className={styles.hint}>{t('queue.search.hint')}</p>
          <Button onClick={() => look('')}>{t('queue.search.clear')}</Button>
        </>
      )}
      {filtered && (
        <Link to="/queue" search={withoutFilters(search)}>
          {t('queue.filter.clear')}
        </Link>
      )}
      {text !== '' && name !== DEFAULT_VIEW && (
        <Link to="/queue" search={{}}>
          {t('queue.searchAll')}
        </Link>
      )}
    </div>
  );
};
