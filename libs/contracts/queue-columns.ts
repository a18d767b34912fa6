/** Columns that the worklist can show. */
export const QUEUE_COLUMN_IDS = [
  'deadline',
  'nextAction',
  'requester',
  'rights',
  'stage',
  'tasks',
  'handler',
  'received',
  'internalDue',
  'language',
] as const;

export type QueueColumnId = (typeof QUEUE_COLUMN_IDS)[number];

/** What everybody begins with; it names the row and leads to the request, so `requester` is always among them. */
export const USUAL_COLUMNS: readonly QueueColumnId[] = [
  'deadline',
  'nextAction',
  'requester',
  'rights',
  'stage',
  'tasks',
  'handler',
  'received',
];
