import { useState, type FormEvent } from 'react';
import type { BulkAction, BulkResult, Chosen } from '#contracts/queue-bulk';
import { handles } from '../../app/handlers.js';
import { useTexts } from '../../app/texts.js';
import { useSession } from '../../session/session-context.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { SelectField } from '../../ui/select-field.js';
import { TextAreaField } from '../../ui/text-area-field.js';
import { chooseOnly } from '../selection.js';
import { BulkOutcome } from './bulk-outcome.js';
import { useAssignedToast } from './use-assigned-toast.js';
import { useBulk } from './use-bulk.js';
import styles from './bulk.module.css';

export type BulkType = BulkAction['type'];

interface BulkDialogProps {
  readonly type: BulkType;
  readonly chosen: readonly Chosen[];
  readonly onClose: () => void;
}

const actionOf = (type: BulkType, assignee: string, words: string): BulkAction => {
  if (type === 'assign') return { type, assignee: assignee === '' ? null : assignee };
  return type === 'chase' ? { type } : { type, words };
};

const isLeft = ({ result }: BulkResult): boolean => result === 'refused' || result === 'outdated';

/** Says what will be done to how many, does it, and shows what became of each. Those that were left stay chosen. */
export const BulkDialog = ({ type, chosen, onClose }: BulkDialogProps) => {
  const { t } = useTexts();
  const { user, staff } = useSession();
  const [these] = useState(chosen);
  const [assignee, setAssignee] = useState(user.id);
  const [words, setWords] = useState('');
  const [checked, setChecked] = useState(false);
  const { progress, run, stop } = useBulk();
  const tellAssigned = useAssignedToast();
  const missing = type === 'markSpam' && words.trim() === '';
  const count = these.length;
  const start = async (): Promise<void> => {
    const results = await run(actionOf(type, assignee, words.trim()), these);
    const left = results.filter(isLeft).map(({ reference, version }) => ({ reference, version: version ?? 1 }));
    chooseOnly([...left, ...these.slice(results.length)]);
    if (type === 'assign') tellAssigned(results, assignee);
    if (results.length === count && !results.some(isLeft)) onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (!missing) void start();
  };
  return (
    <Dialog title={t(`queue.bulk.${type}.title`, { count })} onClose={progress?.ended === false ? null : onClose}>
      {progress !== null ? (
        <BulkOutcome progress={progress} onStop={stop} onClose={onClose} />
      ) : (
        <form onSubmit={submit} noValidate className={styles.form}>
          {type === 'assign' ? (
            <SelectField
              label={t('queue.filter.handler')}
              value={assignee}
              options={[
                ...staff.filter(handles).map(({ id, name }) => ({
                  value: id,
                  label: id === user.id ? `${name} (${t('console.queue.me')})` : name,
                })),
                { value: '', label: t('queue.filter.nobody') },
              ]}
              onChoose={setAssignee}
            />
          ) : (
            <p>{t(`queue.bulk.${type}.words`)}</p>
          )}
          {(type === 'markSpam' || type === 'confirmReceipt') && (
            <TextAreaField
              label={t(type === 'markSpam' ? 'queue.bulk.reason' : 'queue.bulk.note')}
              rows={3}
              maxLength={4000}
              value={words}
              onText={setWords}
              error={checked && missing ? t('queue.bulk.reasonMissing') : null}
              required={type === 'markSpam'}
            />
          )}
          <div className={styles.actions}>
            <Button onClick={onClose}>{t('console.ui.cancel')}</Button>
            <Button kind={type === 'markSpam' ? 'danger' : 'primary'} type="submit">
              {t(`queue.bulk.${type}`)}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  );
};
