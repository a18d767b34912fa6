import { LANGUAGES } from '#domain/language';
import { RIGHTS } from '#domain/law/rights';
import { STAGES } from '#domain/request/stages';
import { CHANNELS } from '#domain/request/vocabulary';
import type { QueueQueryInput, QueueView } from '#contracts/queue';
import { VIEW_GROUPS } from './queue-views.js';

export type QueueSort = NonNullable<QueueQueryInput['sort']>;

/** Filters by one or more of some values, which stand in the address with commas between them. */
export const LIST_FILTERS = ['right', 'stage', 'handler', 'channel', 'language'] as const;
/** Filters by dates, each with a beginning, an end or both. */
export const DATE_FILTERS = ['received', 'due'] as const;

export type ListFilter = (typeof LIST_FILTERS)[number];
export type DateFilter = (typeof DATE_FILTERS)[number];
export type Filter = ListFilter | DateFilter | 'paused';

export const FILTERS: readonly Filter[] = [...LIST_FILTERS, ...DATE_FILTERS, 'paused'];

/** What stands in the address; what is default is left out, and nothing there is about a person. */
export interface QueueSearch extends Partial<Readonly<Record<ListFilter | `${DateFilter}${'From' | 'To'}`, string>>> {
  /** Undefined for the default view: a link that says so is current there and nowhere else. */
  readonly view?: QueueView | undefined;
  readonly sort?: QueueSort;
  readonly paused?: 'yes' | 'no';
  /** Id of the saved view that this began as. */
  readonly saved?: string | undefined;
}

const VIEWS = VIEW_GROUPS.flatMap(({ views }) => views);
const SORTS: readonly QueueSort[] = ['next_action', 'due', 'received', '-next_action', '-due', '-received'];

export const DEFAULT_VIEW: QueueView = 'all_open';
export const DEFAULT_SORT: QueueSort = 'next_action';

/** What a filter can be set to; a colleague is named by an id, so any is taken and the server knows whose it is. */
const KNOWN: Readonly<Record<Exclude<ListFilter, 'handler'>, readonly string[]>> = {
  right: RIGHTS,
  stage: STAGES,
  channel: CHANNELS,
  language: LANGUAGES,
};

const isKnown = (filter: ListFilter, value: string): boolean =>
  filter === 'handler' ? /^(?:me|none|[\da-z-]{8,40})$/u.test(value) : KNOWN[filter].includes(value);

const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | undefined =>
  values.find((candidate) => candidate === value);

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The values that a list filter is set to. */
export const valuesOf = (search: QueueSearch, filter: ListFilter): readonly string[] =>
  search[filter]?.split(',') ?? [];

/** The search without what is undefined or empty, so that nothing needless stands in the address. */
const tidy = (search: QueueSearch): QueueSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== ''));

/** Reads filters from an address. What it does not know it drops, so that an old link still opens a queue. */
export const readQueueSearch = (search: Readonly<Record<string, unknown>>): QueueSearch => {
  const view = oneOf(VIEWS, search['view']);
  const sort = oneOf(SORTS, search['sort']);
  const lists = LIST_FILTERS.map((filter) => {
    const values = textOf(search[filter]).split(',');
    return [filter, values.filter((value) => isKnown(filter, value)).join(',')] as const;
  });
  const dates = DATE_FILTERS.flatMap((filter) => [`${filter}From`, `${filter}To`]).map((name) => {
    const date = textOf(search[name]);
    return [name, /^\d{4}-\d{2}-\d{2}$/u.test(date) ? date : ''] as const;
  });
  return tidy({
    view: view === DEFAULT_VIEW ? undefined : view,
    ...(sort !== undefined && sort !== DEFAULT_SORT && { sort }),
    ...Object.fromEntries([...lists, ...dates]),
    ...(search['paused'] === 'yes' || search['paused'] === 'no' ? { paused: search['paused'] } : {}),
    saved: /^[\da-f-]{36}$/u.test(textOf(search['saved'])) ? textOf(search['saved']) : undefined,
  });
};

const FIELDS: Readonly<Record<Filter, readonly (keyof QueueSearch)[]>> = {
  right: ['right'],
  stage: ['stage'],
  handler: ['handler'],
  channel: ['channel'],
  language: ['language'],
  received: ['receivedFrom', 'receivedTo'],
  due: ['dueFrom', 'dueTo'],
  paused: ['paused'],
};

export const isSet = (search: QueueSearch, filter: Filter): boolean =>
  FIELDS[filter].some((field) => search[field] !== undefined);

export const setFilters = (search: QueueSearch): readonly Filter[] => FILTERS.filter((filter) => isSet(search, filter));

/** The search with some of its filters set anew; an empty value takes one away. */
export const withFilter = (search: QueueSearch, change: Partial<QueueSearch>): QueueSearch =>
  tidy({ ...search, ...change });

export const withoutFilter = (search: QueueSearch, filter: Filter): QueueSearch =>
  withFilter(search, Object.fromEntries(FIELDS[filter].map((field) => [field, undefined])));

/** The view and its order alone. */
export const withoutFilters = ({ view, sort }: QueueSearch): QueueSearch => tidy({ view, ...(sort && { sort }) });

/** What the server is asked. */
export const queryOf = (search: QueueSearch): QueueQueryInput => {
  const { saved: _, view = DEFAULT_VIEW, sort = DEFAULT_SORT, ...filters } = search;
  return { ...filters, view, sort };
};

/** The same as the text that a saved view keeps: one text for the same filters, in whatever order they were set. */
export const queryText = (search: QueueSearch): string => {
  const { saved: _, ...kept } = search;
  const entries = Object.entries(kept).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return new URLSearchParams(entries.toSorted(([one], [other]) => one.localeCompare(other))).toString();
};

/** The search that a saved view stands for. */
export const searchOfText = (text: string, saved: string): QueueSearch =>
  readQueueSearch({ ...Object.fromEntries(new URLSearchParams(text)), saved });
