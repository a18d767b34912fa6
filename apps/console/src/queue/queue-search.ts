import { RIGHTS, type Right } from '#domain/law/rights';
import type { QueueQueryInput, QueueView } from '#contracts/queue';
import { VIEW_GROUPS } from './queue-views.js';

export type QueueSort = NonNullable<QueueQueryInput['sort']>;

/** The filters as they stand in the address; what is default is left out. */
export interface QueueSearch {
  /** Undefined for the default view: a link that says so is current there and nowhere else. */
  readonly view?: QueueView | undefined;
  readonly sort?: QueueSort;
  readonly right?: Right;
}

const VIEWS = VIEW_GROUPS.flatMap(({ views }) => views);
const SORTS: readonly QueueSort[] = ['next_action', 'due', 'received'];

export const DEFAULT_VIEW: QueueView = 'all_open';
export const DEFAULT_SORT: QueueSort = 'next_action';

const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((candidate) => candidate === value);

/** Reads filters from an address. What it does not know it drops, so that an old link still opens a queue. */
export const readQueueSearch = (search: Readonly<Record<string, unknown>>): QueueSearch => {
  const view = oneOf(VIEWS, search['view']);
  const sort = oneOf(SORTS, search['sort']);
  const right = oneOf(RIGHTS, search['right']);
  return {
    ...(view === undefined || view === DEFAULT_VIEW ? {} : { view }),
    ...(sort === undefined || sort === DEFAULT_SORT ? {} : { sort }),
    ...(right === undefined ? {} : { right }),
  };
};

export const queryOf = ({ view = DEFAULT_VIEW, sort = DEFAULT_SORT, right }: QueueSearch): QueueQueryInput => ({
  view,
  sort,
  ...(right === undefined ? {} : { right }),
});
