import { useTexts } from '../../app/texts.js';
import { CheckList } from '../../ui/check-list.js';
import { RadioList } from '../../ui/radio-list.js';
import { valuesOf, withFilter, type Filter, type ListFilter, type QueueSearch } from '../queue-search.js';
import { DateRange } from './date-range.js';
import { useFilterWords } from './use-filter-words.js';

interface FilterPanelProps {
  readonly filter: Filter;
  readonly search: QueueSearch;
  readonly onSearch: (search: QueueSearch) => void;
}

const ListPanel = ({ filter, search, onSearch }: FilterPanelProps & { readonly filter: ListFilter }) => {
  const { t } = useTexts();
  const { options } = useFilterWords();
  return (
    <CheckList
      label={t(`queue.filter.${filter}`)}
      options={options(filter)}
      chosen={valuesOf(search, filter)}
      onChoose={(values) => onSearch(withFilter(search, { [filter]: values.join(',') }))}
    />
  );
};

const PausedPanel = ({ search, onSearch }: FilterPanelProps) => {
  const { t } = useTexts();
  return (
    <RadioList
      label={t('queue.filter.paused')}
      chosen={search.paused ?? null}
      options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`queue.filter.paused.${value}`) }))}
      onChoose={(paused) => onSearch(withFilter(search, { paused }))}
    />
  );
};

/** What a filter can be set to. */
export const FilterPanel = (props: FilterPanelProps) => {
  const { filter } = props;
  if (filter === 'paused') return <PausedPanel {...props} />;
  return filter === 'received' || filter === 'due' ? (
    <DateRange {...props} filter={filter} />
  ) : (
    <ListPanel {...props} filter={filter} />
  );
};
