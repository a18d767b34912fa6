import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { DeskPreferences } from '#contracts/desk-preferences';
import { QUEUE_COLUMN_IDS, USUAL_COLUMNS, type QueueColumnId } from '#contracts/queue-columns';
import { useTexts } from '../../app/texts.js';
import { Button } from '../../ui/button.js';
import { Segments } from '../../ui/segments.js';
import { usePreferences, useSavePreferences } from './use-preferences.js';
import styles from './look.module.css';

const DENSITIES = ['comfortable', 'compact'] as const satisfies readonly DeskPreferences['density'][];

/** The columns with one of them a place further on. */
const moved = (columns: readonly QueueColumnId[], column: QueueColumnId, by: 1 | -1): QueueColumnId[] => {
  const at = columns.indexOf(column);
  const others = columns.filter((one) => one !== column);
  return others.toSpliced(at + by, 0, column);
};

/** Which columns, in which order, and how close together the rows. */
export const LookPanel = () => {
  const { t } = useTexts();
  const preferences = usePreferences();
  const save = useSavePreferences();
  const { columns, density } = preferences;
  const show = (chosen: QueueColumnId[]): void => save({ ...preferences, columns: chosen });
  const hidden = QUEUE_COLUMN_IDS.filter((column) => !columns.includes(column));
  const toggle = (column: QueueColumnId): void =>
    show(columns.includes(column) ? columns.filter((one) => one !== column) : [...columns, column]);
  return (
    <div className={styles.panel}>
      <Segments
        label={t('queue.density')}
        value={density}
        options={DENSITIES.map((value) => ({ value, label: t(`queue.density.${value}`) }))}
        onChoose={(chosen) => save({ ...preferences, density: chosen })}
      />
      <fieldset className={styles.columns}>
        <legend>{t('queue.columns')}</legend>
        <ul>
          {[...columns, ...hidden].map((column) => {
            const name = t(`console.queue.column.${column}`);
            const at = columns.indexOf(column);
            return (
              <li key={column}>
                <label>
                  <input
                    type="checkbox"
                    checked={at >= 0}
                    disabled={column === 'requester'}
                    onChange={() => toggle(column)}
                  />
                  {name}
                  {column === 'requester' && <span className={styles.minor}>{t('queue.columns.always')}</span>}
                </label>
                {at >= 0 && (
                  <span className={styles.moves}>
                    <button
                      type="button"
                      aria-label={t('queue.columns.up', { column: name })}
                      disabled={at === 0}
                      onClick={() => show(moved(columns, column, -1))}
                    >
                      <IconArrowUp aria-hidden size={16} />
                    </button>
                    <button
                      type="button"
                      aria-label={t('queue.columns.down', { column: name })}
                      disabled={at === columns.length - 1}
                      onClick={() => show(moved(columns, column, 1))}
                    >
                      <IconArrowDown aria-hidden size={16} />
                    </button>
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      </fieldset>
      <Button size="xs" onClick={() => show([...USUAL_COLUMNS])}>
        {t('queue.columns.usual')}
      </Button>
    </div>
  );
};
