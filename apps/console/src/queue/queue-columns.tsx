import { createColumnHelper, tableFeatures } from '@tanstack/react-table';
import type { QueueRow } from '#contracts/queue';
import type { QueueColumnId } from '#contracts/queue-columns';
import { DateCell } from './cells/date-cell.js';
import { DeadlineCell } from './cells/deadline-cell.js';
import { HandlerCell } from './cells/handler-cell.js';
import { LanguageCell } from './cells/language-cell.js';
import { NextActionCell } from './cells/next-action-cell.js';
import { ReceivedCell } from './cells/received-cell.js';
import { RequesterCell } from './cells/requester-cell.js';
import { RightsCell } from './cells/rights-cell.js';
import { TasksCell } from './cells/tasks-cell.js';
import { StageDot } from '../ui/stage-dot.js';

/** What a column carries besides its cells. */
interface QueueColumnMeta {
  /** The server can sort by it, from its early end and from its late one. */
  readonly sort?: 'due' | 'next_action' | 'received';
  /** Names the row. */
  readonly rowHeader?: true;
}

/** The server sorts, filters and pages; the table only holds the columns. */
export const queueFeatures = tableFeatures({ columnMeta: {} as QueueColumnMeta });

const column = createColumnHelper<typeof queueFeatures, QueueRow>();

/** The columns of the queue. `id` ends the key of the heading, `console.queue.column.<id>`. */
const COLUMNS = [
  column.display({ id: 'deadline', meta: { sort: 'due' }, cell: ({ row }) => <DeadlineCell row={row.original} /> }),
  column.display({
    id: 'nextAction',
    meta: { sort: 'next_action' },
    cell: ({ row }) => <NextActionCell nextAction={row.original.nextAction} />,
  }),
  column.display({
    id: 'requester',
    meta: { rowHeader: true },
    cell: ({ row }) => <RequesterCell row={row.original} />,
  }),
  column.display({ id: 'rights', cell: ({ row }) => <RightsCell rights={row.original.rights} /> }),
  column.display({ id: 'stage', cell: ({ row }) => <StageDot stage={row.original.stage} /> }),
  column.display({ id: 'tasks', cell: ({ row }) => <TasksCell row={row.original} /> }),
  column.display({ id: 'handler', cell: ({ row }) => <HandlerCell assignee={row.original.assignee} /> }),
  column.display({
    id: 'received',
    meta: { sort: 'received' },
    cell: ({ row }) => <ReceivedCell row={row.original} />,
  }),
  column.display({ id: 'internalDue', cell: ({ row }) => <DateCell date={row.original.internalDueOn} /> }),
  column.display({ id: 'language', cell: ({ row }) => <LanguageCell language={row.original.language} /> }),
] as const;

/** The columns that are wanted, in the order in which they are. */
export const columnsOf = (wanted: readonly QueueColumnId[]) =>
  wanted.flatMap((id) => COLUMNS.filter((one) => one.id === id));
