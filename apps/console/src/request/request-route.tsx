import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { ApiProblem } from '../api/api-problem.js';
import { NotFound } from '../app/not-found.js';
import { PageHeading } from '../app/page-heading.js';
import { useProblemText } from '../app/problem-text.js';
import { useTexts } from '../app/texts.js';
import { useOfferedCommands } from '../palette/current-request.js';
import { Closed } from '../ui/closed.js';
import { Failure } from '../ui/failure.js';
import { CommandDialog } from './dialogs/command-dialog.js';
import { WayBack } from './head/way-back.js';
import { RequestContext, type OpenCommand } from './request-context.js';
import { requestQuery } from './request-query.js';
import { RequestSkeleton } from './request-skeleton.js';
import { RequestView } from './request-view.js';
import styles from './request-view.module.css';

/** `/requests/$reference`: fetches the request and keeps the one dialog that may be open over it. */
export const RequestRoute = () => {
  const { reference } = useParams({ from: '/desk/requests/$reference' });
  const { data: page, error, refetch } = useQuery(requestQuery(reference));
  const [command, setCommand] = useState<OpenCommand | null>(null);
  const { t } = useTexts();
  const problemText = useProblemText();
  const onScreen = useMemo(() => (page === undefined ? null : { page, openDialog: setCommand }), [page]);
  useOfferedCommands(onScreen);
  if (onScreen !== null) {
    return (
      <RequestContext value={onScreen}>
        <RequestView />
        {command !== null && <CommandDialog command={command} onClose={() => setCommand(null)} />}
      </RequestContext>
    );
  }
  if (error instanceof ApiProblem && error.status === 404) return <NotFound />;
  if (error !== null) {
    const forbidden = error instanceof ApiProblem && error.status === 403;
    return (
      <div className={styles.page}>
        <div>
          <WayBack reference={reference} />
          <PageHeading title={reference}>{reference}</PageHeading>
        </div>
        {forbidden ? (
          <Closed words={t('console.request.closedToYou')} />
        ) : (
          <Failure words={problemText(error)} onRetry={() => void refetch()} />
        )}
      </div>
    );
  }
  return <RequestSkeleton />;
};
