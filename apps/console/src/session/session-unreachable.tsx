import { useTexts } from '../app/texts.js';
import { GuestPage } from './guest-page.js';
import { Failure } from '../ui/failure.js';

/** Nothing can be shown: the server does not answer, or a part of the page did not come. */
export const SessionUnreachable = ({ onRetry }: { onRetry: () => void }) => {
  const { t } = useTexts();
  return (
    <GuestPage title={t('console.shell.notConnected')}>
      <Failure words={t('console.problem.0')} onRetry={onRetry} />
    </GuestPage>
  );
};
