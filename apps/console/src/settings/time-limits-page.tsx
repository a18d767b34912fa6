import { useQuery } from '@tanstack/react-query';
import { BackLink } from '../administration/back-link.js';
import { useAdministrationTexts } from '../administration/use-administration-texts.js';
import { call } from '../api/call.js';
import { CLOCK_SETTINGS_KEY } from '../api/keys.js';
import { PageHeading } from '../app/page-heading.js';
import { useProblemText } from '../app/problem-text.js';
import { useSettingsTexts } from '../app/texts.js';
import { Failure } from '../ui/failure.js';
import { Splash } from '../ui/splash.js';
import { TimeLimitsForm } from './time-limits-form.js';
import styles from './settings.module.css';

/** `/settings/time-limits`: what the organisation sets beside the law. Everyone reads it, administrators change it. */
export const TimeLimitsPage = () => {
  const { t } = useSettingsTexts();
  const { t: tell } = useAdministrationTexts();
  const problemText = useProblemText();
  const { data, error, refetch } = useQuery({
    queryKey: CLOCK_SETTINGS_KEY,
    queryFn: ({ signal }) => call('clockSettings', { signal }),
  });
  const title = t('settings.title');
  return (
    <div className={styles.page}>
      <BackLink>{tell('administration.back')}</BackLink>
      <PageHeading title={title}>{title}</PageHeading>
      <p className={styles.intro}>{t('settings.intro')}</p>
      {data !== undefined && <TimeLimitsForm page={data} />}
      {data === undefined && error !== null && <Failure words={problemText(error)} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Splash />}
    </div>
  );
};
