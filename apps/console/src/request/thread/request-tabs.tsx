import { useQuery } from '@tanstack/react-query';
import { usePageTexts } from '../../app/texts.js';
import { Tabs } from '../../ui/tabs.js';
import { DocumentsPanel } from '../documents/documents-panel.js';
import { Timeline } from '../timeline/timeline.js';
import { useRequest } from '../request-context.js';
import { documentsQuery, threadQuery } from '../part-queries.js';
import { ThreadPanel } from './thread-panel.js';

/** What has happened, what was written, and what there is to read. */
export const RequestTabs = () => {
  const { t } = usePageTexts('correspondence');
  const { reference, version } = useRequest().page;
  const thread = useQuery(threadQuery(reference, version));
  const documents = useQuery(documentsQuery(reference, version));
  const tabs = [
    { id: 'timeline', name: t('correspondence.tab.timeline'), content: <Timeline /> },
    {
      id: 'messages',
      name: t('correspondence.tab.messages', { count: thread.data?.messages.length ?? '…' }),
      content: <ThreadPanel />,
    },
    {
      id: 'documents',
      name: t('correspondence.tab.documents', { count: documents.data?.documents.length ?? '…' }),
      content: <DocumentsPanel />,
    },
  ];
  return <Tabs label={t('correspondence.tabs')} tabs={tabs} />;
};
