import { useMutation } from '@tanstack/react-query';
import { IconDownload, IconMailCheck, IconMailForward, IconTrashX, IconUserPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { MOST_CHOSEN } from '#contracts/bulk-limits';
import { call } from '../../api/call.js';
import { useProblemText } from '../../app/problem-text.js';
import { useTexts } from '../../app/texts.js';
import { useToast } from '../../ui/use-toast.js';
import { countText } from '../count-text.js';
import { useExport } from '../export-button.js';
import { queryOf, type QueueSearch } from '../queue-search.js';
import { useSearchText } from '../search-text.js';
import { chosenReferences, chooseOnly, clearSelection, useSelection } from '../selection.js';
import { BulkDialog, type BulkType } from './bulk-dialog.js';
import styles from './bulk.module.css';

const ACTIONS = [
  { type: 'assign', Icon: IconUserPlus },
  { type: 'chase', Icon: IconMailForward },
  { type: 'confirmReceipt', Icon: IconMailCheck },
  { type: 'markSpam', Icon: IconTrashX },
] as const satisfies readonly { readonly type: BulkType; readonly Icon: unknown }[];

interface BulkBarProps {
  readonly search: QueueSearch;
  /** How many the view holds with its filters. */
  readonly total: number;
}

/** What can be done with the chosen requests: below the list, where it covers none of its rows. */
export const BulkBar = ({ search, total }: BulkBarProps) => {
  const { t, language } = useTexts();
  const problemText = useProblemText();
  const toast = useToast();
  const selection = useSelection();
  const [{ text }] = useSearchText();
  const [type, setType] = useState<BulkType | null>(null);
  const take = useExport(search);
  const chooseFiltered = useMutation({
    mutationFn: () => call('selectQueue', { body: { ...queryOf(search), ...(text !== '' && { text }) } }),
    onSuccess: ({ chosen }) => chooseOnly(chosen),
    onError: (error) => toast.failed(problemText(error)),
  });
  if (selection.size === 0 && type === null) return null;
  const more = total > selection.size && selection.size < MOST_CHOSEN;
  const bar = (
    <section aria-label={t('queue.bulk')} className={styles.bar}>
      <strong role="status">{t('queue.selected', { count: selection.size })}</strong>
      {more && (
        <button type="button" className={styles.all} onClick={() => chooseFiltered.mutate()}>
          {total > MOST_CHOSEN
            ? t('queue.selectFirst', { number: countText(MOST_CHOSEN, language) })
            : t('queue.selectFiltered', { number: countText(total, language) })}
        </button>
      )}
      {ACTIONS.map(({ type: of, Icon }) => (
        <button key={of} type="button" onClick={() => setType(of)}>
          <Icon aria-hidden size={17} stroke={1.8} />
          {t(`queue.bulk.${of}`)}
        </button>
      ))}
      <button type="button" onClick={() => take.mutate(chosenReferences())}>
        <IconDownload aria-hidden size={17} stroke={1.8} />
        CSV
      </button>
      <button type="button" className={styles.close} aria-label={t('queue.bulk.clear')} onClick={clearSelection}>
        <IconX aria-hidden size={18} />
      </button>
    </section>
  );
  const foot = document.getElementById('desk-foot');
  return (
    <>
      {foot !== null && createPortal(bar, foot)}
      {type !== null && <BulkDialog type={type} chosen={[...selection.values()]} onClose={() => setType(null)} />}
    </>
  );
};
