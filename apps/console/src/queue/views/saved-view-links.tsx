import { Link } from '@tanstack/react-router';
import { IconStar, IconUsers } from '@tabler/icons-react';
import { useTexts } from '../../app/texts.js';
import { countText } from '../count-text.js';
import { searchOfText } from '../queue-search.js';
import { useSavedViews } from './use-saved-views.js';
import styles from '../../app/side-bar.module.css';

/** Saved views below the built-in ones; nothing where there is none. */
export const SavedViewLinks = () => {
  const { t, language } = useTexts();
  const views = useSavedViews();
  if (views.length === 0) return null;
  return (
    <section className={styles.group}>
      <h2 className={styles.groupName}>{t('queue.views')}</h2>
      <ul>
        {views.map(({ id, name, shared, own, by, query, count }) => {
          const Icon = shared ? IconUsers : IconStar;
          return (
            <li key={id}>
              <Link
                to="/queue"
                search={searchOfText(query, id)}
                className={styles.view}
                title={own ? name : `${name} – ${t('queue.views.by', { name: by.name })}`}
              >
                <Icon aria-hidden size={18} stroke={1.7} />
                <span className={styles.label}>{name}</span>
                <span className={styles.count}>{countText(count, language)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
