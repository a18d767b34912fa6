import { Link } from '@tanstack/react-router';
import { IconAdjustments, IconChartBar, IconPlus, IconStack2 } from '@tabler/icons-react';
import { VIEW_GROUPS } from '../queue/queue-views.js';
import { useCounts } from '../queue/use-counts.js';
import { SavedViewLinks } from '../queue/views/saved-view-links.js';
import { useSession } from '../session/session-context.js';
import { handles } from './handlers.js';
import { Mark } from '../ui/mark.js';
import { PRODUCT } from './page-title.js';
import { useTexts } from './texts.js';
import { ViewLink } from './view-link.js';
import styles from './side-bar.module.css';

/** The organisation, the way to register a request, and the views with their counts. */
export const SideBar = () => {
  const { t } = useTexts();
  const { organisation, user } = useSession();
  const counts = useCounts();
  return (
    <nav aria-label={t('console.shell.views')} className={styles.side}>
      <div className={styles.brand}>
        <Mark />
        <p className={styles.names}>
          <strong className={styles.organisation}>{organisation}</strong>
          <span className={styles.product}>{PRODUCT}</span>
        </p>
      </div>
      {handles(user) && (
        <Link to="/register" className={styles.register} title={t('console.shell.register')}>
          <IconPlus aria-hidden size={18} />
          <span className={styles.label}>{t('console.shell.register')}</span>
          <kbd className={styles.key} aria-hidden>
            N
          </kbd>
        </Link>
      )}
      <div className={styles.views}>
        {VIEW_GROUPS.map(({ name, views }) => (
          <section key={name} className={styles.group}>
            <h2 className={styles.groupName}>{t(`console.shell.group.${name}`)}</h2>
            <ul>
              {views.map((view) => (
                <li key={view}>
                  <ViewLink view={view} count={counts?.[view]} />
                </li>
              ))}
            </ul>
          </section>
        ))}
        <SavedViewLinks />
      </div>
      <Link to="/reports" className={`${styles.view} ${styles.settings}`} title={t('console.shell.reports')}>
        <IconChartBar aria-hidden size={18} stroke={1.7} />
        <span className={styles.label}>{t('console.shell.reports')}</span>
      </Link>
      {user.role !== 'auditor' && (
        <Link to="/operations" className={`${styles.view} ${styles.settings}`} title={t('console.shell.operations')}>
          <IconStack2 aria-hidden size={18} stroke={1.7} />
          <span className={styles.label}>{t('console.shell.operations')}</span>
        </Link>
      )}
      <Link to="/settings" className={`${styles.view} ${styles.settings}`} title={t('console.shell.settings')}>
        <IconAdjustments aria-hidden size={18} stroke={1.7} />
        <span className={styles.label}>{t('console.shell.settings')}</span>
      </Link>
    </nav>
  );
};
