import { useNavigate } from '@tanstack/react-router';
import { IconChevronDown, IconPlus, IconX } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTexts } from '../../app/texts.js';
import { Popup } from '../../ui/popup.js';
import {
  FILTERS,
  isSet,
  setFilters,
  withoutFilter,
  withoutFilters,
  type Filter,
  type QueueSearch,
} from '../queue-search.js';
import { useFilterWords } from './use-filter-words.js';
import styles from '../queue-tools.module.css';

const FilterPanel = lazy(async () => ({ default: (await import('./filter-panel.js')).FilterPanel }));

interface FilterChipProps {
  readonly filter: Filter;
  readonly search: QueueSearch;
  readonly onSearch: (search: QueueSearch) => void;
}

const FilterChip = ({ filter, search, onSearch }: FilterChipProps) => {
  const { t } = useTexts();
  const { setting } = useFilterWords();
  const name = t(`queue.filter.${filter}`);
  const words = setting(search, filter);
  const set = isSet(search, filter);
  return (
    <span className={styles.chip} data-set={set}>
      <Popup
        label={name}
        width={280}
        position="bottom-start"
        target={(opener) => (
          <button type="button" className={styles.chipButton} {...opener}>
            {!set && <IconPlus aria-hidden size={14} />}
            {name}
            {set && (
              <>
                <span className={styles.chipWords}>{words}</span>
                <IconChevronDown aria-hidden size={14} />
              </>
            )}
          </button>
        )}
      >
        <Suspense fallback={null}>
          <FilterPanel filter={filter} search={search} onSearch={onSearch} />
        </Suspense>
      </Popup>
      {set && (
        <button
          type="button"
          className={styles.chipRemove}
          aria-label={t('queue.filter.remove', { filter: name })}
          onClick={() => onSearch(withoutFilter(search, filter))}
        >
          <IconX aria-hidden size={14} />
        </button>
      )}
    </span>
  );
};

/** The filters of the queue. They stand in the address, so Back takes one away. */
export const FilterBar = ({ search }: { search: QueueSearch }) => {
  const { t } = useTexts();
  const navigate = useNavigate();
  const onSearch = (next: QueueSearch): void => void navigate({ to: '/queue', search: next });
  return (
    <div role="group" aria-label={t('queue.filter.label')} className={styles.filters}>
      {FILTERS.map((filter) => (
        <FilterChip key={filter} filter={filter} search={search} onSearch={onSearch} />
      ))}
      {setFilters(search).length > 0 && (
        <button type="button" className={styles.clearAll} onClick={() => onSearch(withoutFilters(search))}>
          {t('queue.filter.clear')}
        </button>
      )}
    </div>
  );
};
