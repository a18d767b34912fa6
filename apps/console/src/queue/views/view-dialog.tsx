import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import type { SavedView } from '#contracts/saved-views';
import { useProblemText } from '../../app/problem-text.js';
import { useTexts } from '../../app/texts.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { TextField } from '../../ui/text-field.js';
import { useFilterWords } from '../filters/use-filter-words.js';
import { DEFAULT_VIEW, queryText, setFilters, withFilter, type QueueSearch } from '../queue-search.js';
import { useRemoveView, useSaveView } from './use-saved-views.js';
import styles from './views.module.css';

interface ViewDialogProps {
  /** The reader's own view that is changed; null to make one. */
  readonly view: SavedView | null;
  readonly search: QueueSearch;
  readonly onClose: () => void;
}

/** Names the view and its filters, and who sees it. */
export const ViewDialog = ({ view, search, onClose }: ViewDialogProps) => {
  const { t } = useTexts();
  const problemText = useProblemText();
  const navigate = useNavigate();
  const { setting } = useFilterWords();
  const [id] = useState(() => view?.id ?? crypto.randomUUID());
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const [checked, setChecked] = useState(false);
  const save = useSaveView();
  const remove = useRemoveView();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (name.trim() === '') return;
    const done = (): void => {
      onClose();
      void navigate({ to: '/queue', search: withFilter(search, { saved: id }), replace: true });
    };
    save.mutate({ id, view: { name: name.trim(), shared, query: queryText(search) } }, { onSuccess: done });
  };
  const removed = (of: SavedView): void => {
    remove.mutate(of);
    onClose();
    void navigate({ to: '/queue', search: withFilter(search, { saved: undefined }), replace: true });
  };
  return (
    <Dialog
      title={view === null ? t('queue.views.save') : t('queue.views.change', { name: view.name })}
      onClose={onClose}
    >
      <form onSubmit={submit} noValidate className={styles.form}>
        <dl className={styles.holds}>
          <dt>{t(`console.view.${search.view ?? DEFAULT_VIEW}`)}</dt>
          {setFilters(search).map((filter) => (
            <dd key={filter}>
              {t(`queue.filter.${filter}`)}: {setting(search, filter)}
            </dd>
          ))}
        </dl>
        <TextField
          label={t('queue.views.name')}
          hint={t('queue.views.holds')}
          maxLength={60}
          value={name}
          onText={setName}
          error={checked && name.trim() === '' ? t('queue.views.nameMissing') : null}
          required
        />
        <label className={styles.shared}>
          <input type="checkbox" checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
          <span>
            {t('queue.views.shared')}
            <span className={styles.minor}>{t('queue.views.sharedHint')}</span>
          </span>
        </label>
        {save.error !== null && (
          <p className={styles.problem} role="alert">
            {problemText(save.error)}
          </p>
        )}
        <div className={styles.actions}>
          {view !== null && <Button onClick={() => removed(view)}>{t('queue.views.remove')}</Button>}
          <Button onClick={onClose}>{t('console.ui.cancel')}</Button>
          <Button kind="primary" type="submit" busy={save.isPending}>
            {t('queue.views.rename')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
