import { IconBookmark, IconPencil } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTexts } from '../../app/texts.js';
import { Button } from '../../ui/button.js';
import type { QueueSearch } from '../queue-search.js';
import { useSavedView } from './use-saved-views.js';

const ViewDialog = lazy(async () => ({ default: (await import('./view-dialog.js')).ViewDialog }));

/** Keeps the filters under a name; in a view of one's own, changes that view. */
export const SaveViewButton = ({ search }: { search: QueueSearch }) => {
  const { t } = useTexts();
  const [open, setOpen] = useState(false);
  const saved = useSavedView(search.saved);
  const own = saved?.own === true ? saved : null;
  const Icon = own === null ? IconBookmark : IconPencil;
  return (
    <>
      <Button kind="quiet" icon={<Icon aria-hidden size={18} stroke={1.7} />} onClick={() => setOpen(true)}>
        {own === null ? t('queue.views.save') : t('queue.views.change', { name: own.name })}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <ViewDialog view={own} search={search} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
