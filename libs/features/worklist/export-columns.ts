import type { QueueRow } from '#contracts/queue';
import type { Translate } from '#texts/translator';

type Value = (row: QueueRow, translate: Translate) => string | number | null;

/** The columns of the file, in their order; dates as ISO 8601 writes them, which every spreadsheet reads. */
const COLUMNS = {
  reference: ({ reference }) => reference,
  person: ({ person, unreadable }, translate) => (unreadable ? translate('console.queue.nameUnreadable') : person),
  rights: ({ rights }, translate) => rights.map(({ right }) => translate(`common.right.${right}`)).join('; '),
  stage: ({ stage }, translate) => translate(`common.stage.${stage}`),
  nextAction: ({ nextAction: { action } }, translate) => translate(`console.action.${action}`),
  nextBy: ({ nextAction: { by } }, translate) => (by === 'nobody' ? null : translate(`console.by.${by}`)),
  nextOn: ({ nextAction: { on } }) => on,
  due: ({ dueOn }) => dueOn,
  frozenDue: ({ dueOn, frozenDueOn }) => (dueOn === null ? frozenDueOn : null),
  internalDue: ({ internalDueOn }) => internalDueOn,
  pausedSince: ({ pausedSince }) => pausedSince,
  tasksDone: ({ tasksDone }) => tasksDone,
  tasksTotal: ({ tasksTotal }) => tasksTotal,
  handler: ({ assignee }) => assignee?.name ?? null,
  received: ({ receivedOn }) => receivedOn,
  channel: ({ channel }, translate) => translate(`common.channel.${channel}`),
  language: ({ language }, translate) => translate(`common.language.${language}`),
  closed: ({ closedOn }) => closedOn,
} as const satisfies Record<string, Value>;

const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

/** The names of the columns in the reader's language. */
export const headingsOf = (translate: Translate): string[] => NAMES.map((name) => translate(`queue.csv.${name}`));

export const valuesOf = (row: QueueRow, translate: Translate): string[] =>
  NAMES.map((name) => String((COLUMNS[name] as Value)(row, translate) ?? ''));
