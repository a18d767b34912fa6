import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { SettingPage } from '#contracts/set-up';
import { PageHeading } from '../app/page-heading.js';
import { useProblemText } from '../app/problem-text.js';
import { ApiProblem } from '../api/api-problem.js';
import { Failure } from '../ui/failure.js';
import { Splash } from '../ui/splash.js';
import { BackLink } from './back-link.js';
import { useAdministrationTexts } from './use-administration-texts.js';
import own from './administration.module.css';
import styles from '../settings/settings.module.css';

interface SettingsFrameProps {
  readonly page: SettingPage;
  readonly error: Error | null;
  readonly loading: boolean;
  readonly onRetry: () => void;
  readonly children: ReactNode;
}

/** Whoever may not see a page is told so, and who to ask. */
const NoPermission = () => {
  const { t } = useAdministrationTexts();
  return (
    <div className={own.stack}>
      <h2>
        <IconLock aria-hidden size={20} /> {t('administration.noPermission.title')}
      </h2>
      <p>{t('administration.noPermission.words')}</p>
    </div>
  );
};

/** What the pages of the settings share: the way back, the title, and what stands there when nothing can. */
export const SettingsFrame = ({ page, error, loading, onRetry, children }: SettingsFrameProps) => {
  const { t } = useAdministrationTexts();
  const problemText = useProblemText();
  const title = t(`administration.page.${page}`);
  const closed = error instanceof ApiProblem && error.status === 403;
  return (
    <div className={styles.page}>
      <BackLink>{t('administration.back')}</BackLink>
      <PageHeading title={title}>{title}</PageHeading>
      <p className={styles.intro}>{t(`administration.page.${page}.hint`)}</p>
      {closed && <NoPermission />}
      {error !== null && !closed && <Failure words={problemText(error)} onRetry={onRetry} />}
      {loading && error === null ? <Splash /> : null}
      {!loading && error === null && children}
    </div>
  );
};
