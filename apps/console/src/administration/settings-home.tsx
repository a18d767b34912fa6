import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { call } from '../api/call.js';
import { useDates } from '../app/dates.js';
import { PageHeading } from '../app/page-heading.js';
import { useProblemText } from '../app/problem-text.js';
import { useSession } from '../session/session-context.js';
import { Failure } from '../ui/failure.js';
import { Splash } from '../ui/splash.js';
import { SETTINGS_KEY } from './keys.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import own from './administration.module.css';
import styles from '../settings/settings.module.css';

/** `/settings`: every page with a sentence, and whether something is missing there. */
export const SettingsHome = () => {
  const { t } = useAdministrationTexts();
  const problemText = useProblemText();
  const dates = useDates();
  const { user } = useSession();
  const { data, error, refetch } = useQuery({
    queryKey: SETTINGS_KEY,
    queryFn: ({ signal }) => call('settings', { signal }),
  });
  const title = t('administration.title');
  return (
    <div className={styles.page}>
      <PageHeading title={title}>{title}</PageHeading>
      <p className={styles.intro}>{t('administration.intro')}</p>
      {data?.settingUp === true && user.role === 'administrator' && (
        <p>
          {t('administration.settingUp')} <Link to="/setup">{t('administration.continue')}</Link>
        </p>
      )}
      {data === undefined && error !== null && <Failure words={problemText(error)} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Splash />}
      <div className={own.tiles}>
        {data?.pages.map(({ page, missing, changedAt }) => (
          <Link key={page} to="/settings/$" params={{ _splat: page }} className={own.tile}>
            <span className={own.tileName}>
              {t(`administration.page.${page}`)}
              <span className={own.pill} data-tone={missing.length === 0 ? 'ok' : 'note'}>
                {t(missing.length === 0 ? 'administration.complete' : 'administration.missing')}
              </span>
            </span>
            <span>{t(`administration.page.${page}.hint`)}</span>
            {missing.map((code) => (
              <span key={code} className={own.outcome}>
                • {t(`administration.missing.${code}`)}
              </span>
            ))}
            {changedAt !== null && (
              <span className={own.minor}>{t('administration.changed', { moment: dates.moment(changedAt) })}</span>
            )}
          </Link>
        ))}
      </div>
    </div>
  );
};
