import { z } from 'zod';
import {
  channel,
  civilDate,
  delayReason,
  ending,
  filledText,
  identityLevel,
  identityMethod,
  instant,
  language,
  location,
  mandate,
  messageChannel,
  outcome,
  right,
  stage,
  taskResult,
  text,
} from './wire.js';
import { clockFinding, countedDates } from './clock-finding.js';
import { clockView, localised } from './clock-view.js';
import { nextAction, staffName } from './queue.js';
import { DUTY_IDS } from '#domain/request/duties';
import { GROUNDS, type GroundId } from '#domain/law/grounds';

const ground = z.enum(Object.keys(GROUNDS) as GroundId[]);

export const taskView = z.strictObject({
  id: z.string(),
  register: z.string(),
  registerName: z.string(),
  kind: z.string(),
  phase: z.enum(['preparation', 'execution']),
  identityNeeded: identityLevel,
  released: z.boolean(),
  result: taskResult.nullable(),
  rows: z.number().int(),
  files: z.number().int(),
  /** When the desk will run it, for work that waits out a cooling-off time. */
  notBefore: instant.nullable(),
  /** Why it is dead after its last attempt, a code; null while it is well. */
  failure: z.string().nullable(),
});

export const documentView = z.strictObject({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  downloads: z.number().int(),
});

/** What erasing would do in one collection of a register, shown before it is decided. */
export const erasureLine = z.strictObject({
  register: z.string(),
  collection: localised,
  action: z.enum(['delete', 'anonymise', 'keep']),
  rows: z.number().int(),
  law: localised.nullable(),
  until: civilDate.nullable(),
});

export const rightView = z.strictObject({
  right,
  article: z.string(),
  stage,
  tasks: z.array(taskView),
  erasurePlan: z.array(erasureLine),
  decision: z.strictObject({ outcome, grounds: z.array(ground), by: z.string() }).nullable(),
  approvedBy: z.string().nullable(),
  documents: z.array(documentView),
  ending: ending.nullable(),
  answeredOn: civilDate.nullable(),
  openedOn: civilDate.nullable(),
});

export const timelineEntry = z.strictObject({
  seq: z.number().int(),
  type: z.string(),
  at: instant,
  on: civilDate,
  actor: z.string(),
  data: z.record(z.string(), z.unknown()),
  /** Where the entry brought dates of its own: what they are, and by which versions they were counted. */
  counted: countedDates.nullable(),
  /** The sealed words beside the entry, opened for whoever may read the request. */
  note: z.string().nullable(),
});

/** One command with whether it is open to the reader now, and if not, the code of the reason. */
export const permit = z.strictObject({
  command: z.string(),
  right: right.nullable(),
  task: z.string().nullable(),
  open: z.boolean(),
  reason: z.string().nullable(),
});

/** Work of the desk that does not succeed: given up, or tried so often that somebody ought to know. */
export const failureView = z.strictObject({
  /** Which kind of work. */
  effect: z.string(),
  /** The task, the letter or the right that it is about. */
  about: z.string().nullable(),
  /** Why the last attempt failed. */
  code: z.string(),
  /** Given up: only a new start helps. */
  dead: z.boolean(),
  retryAt: instant.nullable(),
});

const representative = z.strictObject({ name: filledText(200), mandate });

export const requestPage = z.strictObject({
  reference: z.string(),
  version: z.number().int(),
  stage,
  frozen: z.boolean(),
  channel,
  language,
  person: z.strictObject({
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    customerNumber: z.string().nullable(),
    representative: z.strictObject({ name: z.string(), mandate }).nullable(),
    /** Contacts are masked until revealed; revealing is logged. */
    masked: z.boolean(),
  }),
  words: z.string(),
  identity: z.strictObject({
    location: location.nullable(),
    level: identityLevel,
    proofs: z.array(z.strictObject({ level: identityLevel, method: identityMethod, by: z.string(), at: instant })),
    candidates: z.array(z.strictObject({ index: z.number().int(), hint: z.string() })),
    deliveryContact: z.string().nullable(),
  }),
  rights: z.array(rightView),
  failures: z.array(failureView),
  clock: clockView,
  /** Oldest first; at most the last one is open. */
  findings: z.array(clockFinding),
  /** What the law wants of this request, in the order in which it is done. */
  duties: z.array(
    z.strictObject({ id: z.enum(DUTY_IDS), source: z.string(), right: right.nullable(), done: z.boolean() }),
  ),
  nextAction,
  assignee: staffName.nullable(),
  permits: z.array(permit),
  timeline: z.array(timelineEntry),
});

export type RequestPage = z.infer<typeof requestPage>;
export type RightView = z.infer<typeof rightView>;
export type TaskView = z.infer<typeof taskView>;
export type FailureView = z.infer<typeof failureView>;
export type TimelineEntry = z.infer<typeof timelineEntry>;
export type Permit = z.infer<typeof permit>;

const reason = filledText(4000);

/** What the letter about some rights must tell besides the outcome: what was corrected, why it is restricted. */
export const decisionDetails = z
  .strictObject({
    corrections: z.array(z.strictObject({ what: filledText(200), from: filledText(500), to: filledText(500) })).max(20),
    restriction: z.enum(['accuracy_contested', 'unlawful', 'legal_claim', 'objection_pending']),
    review: z.enum(['upheld', 'changed']),
  })
  .partial();

export type DecisionDetails = z.infer<typeof decisionDetails>;

/** Commands that staff give through the API. Free words (`words`) are sealed beside the ledger entry. */
export const staffCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('startVerification') }),
  z.strictObject({ type: z.literal('choosePerson'), candidate: z.number().int().nullable() }),
  z.strictObject({ type: z.literal('requestCode') }),
  z.strictObject({ type: z.literal('confirmIdentity'), method: identityMethod, words: reason }),
  z.strictObject({ type: z.literal('liftFreeze'), words: reason }),
  z.strictObject({ type: z.literal('dismiss'), words: reason }),
  z.strictObject({ type: z.literal('requestIdentity'), words: reason, wanted: reason }),
  z.strictObject({ type: z.literal('requestClarification'), words: reason }),
  z.strictObject({ type: z.literal('recordReply'), sufficient: z.boolean(), words: text(4000) }),
  z.strictObject({
    type: z.literal('extendDeadline'),
    grounds: z.array(z.enum(['complexity', 'number_of_requests'])).min(1),
    words: reason,
  }),
  z.strictObject({ type: z.literal('explainDelay'), reason: delayReason, words: text(4000) }),
  z.strictObject({
    type: z.literal('settleFinding'),
    finding: z.number().int().positive(),
    choice: z.enum(['accept', 'keep']),
    words: reason,
  }),
  z.strictObject({ type: z.literal('recordTask'), task: z.string().max(200), result: taskResult, words: reason }),
  z.strictObject({
    type: z.literal('decideRight'),
    right,
    outcome,
    grounds: z.array(ground).max(10),
    words: text(4000),
    details: decisionDetails.optional(),
  }),
  z.strictObject({ type: z.literal('approveRight'), right }),
  z.strictObject({ type: z.literal('returnRight'), right, words: reason }),
  z.strictObject({ type: z.literal('recordAnswer'), right, words: text(4000) }),
  z.strictObject({ type: z.literal('addNote'), words: reason }),
  z.strictObject({ type: z.literal('writeMessage'), words: reason }),
  z.strictObject({ type: z.literal('takeBackMessage'), message: z.number().int().positive() }),
  z.strictObject({ type: z.literal('recordMessage'), by: messageChannel, words: reason }),
  z.strictObject({ type: z.literal('assign'), assignee: z.string().nullable() }),
  z.strictObject({ type: z.literal('chase') }),
  z.strictObject({ type: z.literal('confirmReceipt'), words: text(4000) }),
  z.strictObject({ type: z.literal('markSpam'), words: reason }),
  z.strictObject({ type: z.literal('withdraw'), words: reason }),
]);

export type StaffCommand = z.infer<typeof staffCommand>;

/** A request that came by letter, phone, counter or mail, typed in by staff with its real date of arrival. */
export const registration = z.strictObject({
  channel: z.enum(['email', 'letter', 'phone', 'counter']),
  receivedOn: civilDate,
  language,
  rights: z.array(right).min(1).max(8),
  name: filledText(200),
  email: text(254).nullable(),
  phone: text(40).nullable(),
  customerNumber: text(40).nullable(),
  words: text(20_000),
  /** Who acts for the person. */
  representative: representative.nullish(),
});

export type Registration = z.infer<typeof registration>;

export const registered = z.strictObject({
  reference: z.string(),
  /** To be told to the person by phone or letter, never by mail; shown this once. */
  secretCode: z.string(),
});
