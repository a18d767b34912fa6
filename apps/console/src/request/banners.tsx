import { IconAlertTriangle, IconLock, IconUsers } from '@tabler/icons-react';
import { useTexts } from '../app/texts.js';
import { Banner } from '../ui/banner.js';
import { CommandButton } from './command-button.js';
import { FailedWork } from './failed-work.js';
import { useRequest } from './request-context.js';

/** What must be known first: late, stopped by its supposed sender, stuck, or not yet one person. */
export const Banners = () => {
  const { t } = useTexts();
  const { page } = useRequest();
  const { clock, frozen, identity } = page;
  const late = clock.state !== 'stopped' && clock.daysLeft !== null && clock.daysLeft < 0 ? -clock.daysLeft : 0;
  return (
    <>
      {frozen && (
        <Banner
          tone="overdue"
          icon={<IconLock size={20} />}
          actions={
            <>
              <CommandButton type="liftFreeze" />
              <CommandButton type="dismiss" />
            </>
          }
        >
          <strong>{t('console.banner.frozen')}</strong> {t('console.banner.frozenWords')}
        </Banner>
      )}
      {late > 0 && (
        <Banner tone="overdue" icon={<IconAlertTriangle size={20} />} actions={<CommandButton type="explainDelay" />}>
          <strong>{t('console.banner.overdue', { days: late })}</strong> {t('console.banner.overdueWords')}
        </Banner>
      )}
      <FailedWork />
      {identity.location === 'several' && (
        <Banner tone="today" icon={<IconUsers size={20} />} actions={<CommandButton type="choosePerson" />}>
          <strong>{t('console.banner.several', { count: identity.candidates.length })}</strong>{' '}
          {t('console.banner.severalWords')}
        </Banner>
      )}
    </>
  );
};
