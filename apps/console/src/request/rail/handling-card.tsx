import { handles } from '../../app/handlers.js';
import { useDates } from '../../app/dates.js';
import { useTexts } from '../../app/texts.js';
import { useSession } from '../../session/session-context.js';
import { Card } from '../../ui/card.js';
import { SelectField } from '../../ui/select-field.js';
import { useToast } from '../../ui/use-toast.js';
import { useRefusalText } from '../meanwhile/use-refusal-text.js';
import { permitFor, useRequest } from '../request-context.js';
import { useCommand } from '../use-command.js';
import styles from './rail.module.css';

/** Who handles the request, and how it came. */
export const HandlingCard = () => {
  const { t, find } = useTexts();
  const dates = useDates();
  const refusalText = useRefusalText();
  const toast = useToast();
  const { staff } = useSession();
  const { page } = useRequest();
  const assign = useCommand(
    () => undefined,
    (before, command) =>
      command.type === 'assign'
        ? { ...before, assignee: staff.find(({ id }) => id === command.assignee) ?? null }
        : before,
  );
  const permit = permitFor(page, 'assign', {});
  const handlers = staff.filter(handles);
  const choose = (id: string): void =>
    assign.mutate(
      { type: 'assign', assignee: id === '' ? null : id },
      { onError: (error) => void refusalText(error).then(toast.failed) },
    );
  return (
    <Card title={t('console.handling.title')}>
      <div className={styles.stack}>
        <div>
          <SelectField
            label={t('console.handling.handler')}
            value={page.assignee?.id ?? ''}
            disabled={permit?.open !== true || assign.isPending}
            options={[
              { value: '', label: t('console.queue.nobody') },
              ...handlers.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChoose={choose}
          />
          {permit?.open === false && <p className={styles.minor}>{find(`console.reason.${permit.reason}`)}</p>}
        </div>
        <dl className={styles.facts}>
          <dt>{t('console.handling.received')}</dt>
          <dd>
            <time dateTime={page.clock.receivedOn}>{dates.short(page.clock.receivedOn)}</time>
          </dd>
          <dt>{t('console.handling.channel')}</dt>
          <dd>{t(`common.channel.${page.channel}`)}</dd>
        </dl>
      </div>
    </Card>
  );
};
