import { z } from 'zod';
import { channel, civilDate, ending, filledText, language, right, stage } from './wire.js';
import { clockStep, clockTone } from './clock-view.js';
import { NEXT_ACTIONS } from '#domain/request/next-action';

/** The views of the worklist. `all_open` is the default. */
export const QUEUE_VIEWS = [
  'mine',
  'wait_for_me',
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
/** A date to sort by, the earliest first; with a minus the latest first. Rows without the date come last either way. */
export const queueSort = z.enum(['next_action', 'due', 'received', '-next_action', '-due', '-received']);

/** Several values of a filter as they stand in an address: `access,erasure`. A row that has any of them is in. */
const anyOf = <Value>(item: z.ZodType<Value>) => {
  const several = z.array(item).min(1).max(20);
  return z
    .string()
    .max(400)
    .transform((text, context) => {
      const { data } = several.safeParse(text.split(','));
      if (data === undefined) context.addIssue({ code: 'custom', message: 'holds a value that is none of these' });
      return data ?? z.NEVER;
    });
};

/** Whose requests: the reader's own, nobody's, or those of a member of staff by id. */
const handler = z.union([z.literal('me'), z.literal('none'), z.uuid()]);

/** What narrows a view. Dates are civil dates where the controller is, both ends included. */
const FILTERS = {
  right: anyOf(right).optional(),
  stage: anyOf(stage).optional(),
  handler: anyOf(handler).optional(),
  channel: anyOf(channel).optional(),
  language: anyOf(language).optional(),
  receivedFrom: civilDate.optional(),
  receivedTo: civilDate.optional(),
  dueFrom: civilDate.optional(),
  dueTo: civilDate.optional(),
  paused: z.enum(['yes', 'no']).optional(),
};

/** Everything of the worklist that may stand in an address: nothing here is about a person. */
export const queueQuery = z.strictObject({
  view: queueView.default('all_open'),
  sort: queueSort.default('next_action'),
  ...FILTERS,
  cursor: z.string().max(200).optional(),
});

/** The same with words to look for: a reference, its beginning or its end, whole words of a name, an e-mail address or a phone number. */
export const queueSearch = z.strictObject({ ...queueQuery.shape, text: filledText(200) });

export const staffName = z.strictObject({ id: z.string(), name: z.string() });

export const nextAction = z.strictObject({
  action: z.enum(Object.keys(NEXT_ACTIONS) as (keyof typeof NEXT_ACTIONS)[]),
  by: z.enum(['person', 'officer', 'approver', 'desk', 'nobody']),
  on: civilDate.nullable(),
});

export const queueRow = z.strictObject({
  reference: z.string(),
  version: z.number().int(),
  /** Null for readers who may not see it, once the person has been forgotten, and where it cannot be opened. */
  person: z.string().nullable(),
  /** The person is on file and what is sealed about them does not open. */
  unreadable: z.boolean(),
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
/** A query as it stands in an address or a body. */
export type QueueQueryInput = z.input<typeof queueQuery>;
export type QueueSearch = z.infer<typeof queueSearch>;
export type QueueRow = z.infer<typeof queueRow>;
export type QueuePage = z.infer<typeof queuePage>;
export type NextActionView = z.infer<typeof nextAction>;
