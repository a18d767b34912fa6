import { ExportButton } from './export-button.js';
import { FilterBar } from './filters/filter-bar.js';
import { LookButton } from './look/look-button.js';
import type { QueueSearch } from './queue-search.js';
import { SearchField } from './search-field.js';
import { SaveViewButton } from './views/save-view-button.js';
import styles from './queue-tools.module.css';

interface QueueToolsProps {
  readonly search: QueueSearch;
  /** Enter in the search field, once the rows are those that were looked for. */
  readonly onEnter: () => void;
}

/** What narrows the queue, what keeps it for another day, and how it looks. */
export const QueueTools = ({ search, onEnter }: QueueToolsProps) => (
  <div className={styles.tools}>
    <SearchField onEnter={onEnter} />
    <FilterBar search={search} />
    <div className={styles.end}>
      <SaveViewButton search={search} />
      <LookButton />
      <ExportButton search={search} />
    </div>
  </div>
);
