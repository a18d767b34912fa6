import { z } from 'zod';
import { channel, civilDate, ending, language, right, stage } from './wire.js';
import { clockStep, clockTone } from './clock-view.js';
import { NEXT_ACTIONS } from '#domain/request/next-action';

/** The views of the worklist. `all_open` is the default. */
export const QUEUE_VIEWS = [
  'mine',
  'due_in_7_days',
  'overdue',
  'unassigned',
  'four_eyes',
  'waiting_for_person',
  'paused',
  'all_open',
  'closed',
] as const;

export const queueView = z.enum(QUEUE_VIEWS);
export const queueSort = z.enum(['next_action', 'due', 'received']);

export const queueQuery = z.strictObject({
  view: queueView.default('all_open'),
  sort: queueSort.default('next_action'),
  right: right.optional(),
  cursor: z.string().max(200).optional(),
});

export const staffName = z.strictObject({ id: z.string(), name: z.string() });

export const nextAction = z.strictObject({
  action: z.enum(Object.keys(NEXT_ACTIONS) as (keyof typeof NEXT_ACTIONS)[]),
  by: z.enum(['person', 'officer', 'approver', 'desk', 'nobody']),
  on: civilDate.nullable(),
});

export const queueRow = z.strictObject({
  reference: z.string(),
  person: z.string().nullable(),
  rights: z.array(z.strictObject({ right, article: z.string(), stage, ending: ending.nullable() })),
  stage,
  channel,
  language,
  receivedOn: civilDate,
  nextAction,
  dueOn: civilDate.nullable(),
  frozenDueOn: civilDate.nullable(),
  internalDueOn: civilDate.nullable(),
  daysLeft: z.number().int().nullable(),
  tone: clockTone,
  pausedSince: civilDate.nullable(),
  closedOn: civilDate.nullable(),
  /** Why the statutory date is what it is, the steps behind its one sentence. */
  reason: z.array(clockStep),
  tasksDone: z.number().int(),
  tasksTotal: z.number().int(),
  assignee: staffName.nullable(),
  frozen: z.boolean(),
});

export const queuePage = z.strictObject({
  today: civilDate,
  rows: z.array(queueRow),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
  counts: z.record(queueView, z.number().int()),
});

export type QueueView = z.infer<typeof queueView>;
export type QueueQuery = z.infer<typeof queueQuery>;
export type QueueRow = z.infer<typeof queueRow>;
export type QueuePage = z.infer<typeof queuePage>;
export type NextActionView = z.infer<typeof nextAction>;
