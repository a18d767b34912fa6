import { isFarFrom } from './queue-order.js';
import { textCondition, type Bind } from './queue-text.js';
import { DUE_DAYS, VIEW_CONDITIONS, VIEW_PARTS, type ViewPart } from './queue-views.js';
import type { QueueQuery } from '#contracts/queue';
import type { Keyring } from '#persistence/keyring';

/** A query with the words to look for beside it. */
export type Wanted = Omit<QueueQuery, 'cursor'> & {
  readonly text?: string | undefined;
  readonly references?: readonly string[] | undefined;
};

/** What rows are picked by: a condition over `subject_request` and the values of its placeholders. */
export interface Picked {
  readonly condition: string;
  /** `$1` is the reader's id and `$2` today where the controller is. */
  readonly values: readonly unknown[];
  /** Where they are picked from: the table, or those that pass already, for a walk that would begin too far away. */
  readonly source: string;
  /** Within which of them they are, to be walked part by part; null to walk along the order as it is. */
  readonly parts: readonly ViewPart[] | null;
  /** No filter leaves anything of the view out. */
  readonly isWholeView: boolean;
}

export interface Reading {
  readonly readerId: string;
  readonly today: string;
  /** The colleagues for whom the reader stands in now. */
  readonly standsInFor?: readonly string[];
  /** The reader may see, and so look for, the persons. */
  readonly persons: boolean;
}

/** Names the types of values that not every view uses, which PostgreSQL asks for. */
const TYPED = '$1::uuid is not null and $2::date is not null';

const handlerCondition = (handlers: readonly string[], bind: Bind): string => {
  const ids = handlers.filter((one) => one !== 'me' && one !== 'none');
  const ways = [
    ...(handlers.includes('me') ? ['assignee = $1::uuid'] : []),
    ...(handlers.includes('none') ? ['assignee is null'] : []),
    ...(ids.length > 0 ? [`assignee = any (${bind(ids)}::uuid[])`] : []),
  ];
  return `(${ways.join(' or ')})`;
};

type Condition = (wanted: Wanted, bind: Bind) => string | null;

const among =
  (column: 'stage' | 'channel' | 'language'): Condition =>
  ({ [column]: values }, bind) =>
    values === undefined ? null : `${column} = any (${bind(values)}::text[])`;

const range =
  (field: 'receivedFrom' | 'receivedTo' | 'dueFrom' | 'dueTo', comparison: string): Condition =>
  ({ [field]: date }, bind) =>
    date === undefined ? null : `${comparison} ${bind(date)}::date`;

const CONDITIONS: readonly Condition[] = [
  ({ right }, bind) => (right === undefined ? null : `rights && ${bind(right)}::text[]`),
  among('stage'),
  among('channel'),
  among('language'),
  ({ references }, bind) => (references === undefined ? null : `reference = any (${bind(references)}::text[])`),
  ({ handler }, bind) => (handler === undefined ? null : handlerCondition(handler, bind)),
  range('receivedFrom', 'received_on >='),
  range('receivedTo', 'received_on <='),
  range('dueFrom', 'due_on >='),
  range('dueTo', 'due_on <='),
  ({ paused }) => (paused === undefined ? null : `paused_since is ${paused === 'yes' ? 'not null' : 'null'}`),
];

/** The rows of a view that pass every filter. The text is our own; everything from outside is a bound value. */
export const pick = (
  wanted: Wanted,
  { readerId, today, persons, standsInFor = [] }: Reading,
  keyring: Keyring,
): Picked => {
  const values: unknown[] = [readerId, today];
  const bind: Bind = (value) => `$${values.push(value)}`;
  const conditions = CONDITIONS.map((condition) => condition(wanted, bind));
  const { text } = wanted;
  const found = text === undefined ? null : textCondition(text, keyring, persons, bind);
  const filters = [...conditions, found].filter((condition) => condition !== null);
  // Only for a deputy: with one value the plan walks along one index.
  const view =
    wanted.view === 'mine' && standsInFor.length > 0
      ? `closed_on is null and assignee = any (${bind([readerId, ...standsInFor])}::uuid[])`
      : VIEW_CONDITIONS[wanted.view];
  const condition = [view, TYPED, ...filters].join(' and ');
  const passing = `(select * from subject_request where ${condition} offset 0) as subject_request`;
  const ownParts = VIEW_PARTS[wanted.view];
  const dueDays = wanted.sort.endsWith('due') ? null : (DUE_DAYS[wanted.view] ?? null);
  return {
    condition,
    values,
    // The parts of a view are few rows wherever one begins.
    source: ownParts === undefined && isFarFrom(wanted) ? passing : 'subject_request',
    parts: ownParts ?? dueDays,
    isWholeView: filters.length === 0,
  };
};
