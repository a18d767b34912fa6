import { Logger } from '@nestjs/common';
import { openJson } from '#persistence/request-keys';
import { sealerFor, type Keyring } from '#persistence/keyring';
import { daysLeft, toneOf } from './tone.js';
import type { QueueRow } from '#contracts/queue';
import type { PersonalDetails } from '#domain/request/personal';
import type { RequestSummary } from '#persistence/projection';

/** What a row of the worklist is drawn from: columns of the projection, and the person under the request's key. */
export interface StoredRow {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly stage: QueueRow['stage'];
  readonly channel: QueueRow['channel'];
  readonly language: QueueRow['language'];
  readonly received_on: string;
  readonly due_on: string | null;
  readonly frozen_due_on: string | null;
  readonly internal_due_on: string | null;
  readonly paused_since: string | null;
  readonly next_action: QueueRow['nextAction']['action'];
  readonly next_action_by: QueueRow['nextAction']['by'];
  readonly next_action_on: string | null;
  readonly frozen: boolean;
  readonly tasks_done: number;
  readonly tasks_total: number;
  readonly closed_on: string | null;
  readonly summary: RequestSummary;
  readonly assignee: string | null;
  readonly assignee_name: string | null;
  readonly person_sealed: Buffer | null;
  readonly key_id: number | null;
  readonly wrapped: Buffer | null;
}

/** The columns of `StoredRow`, from `subject_request r` with its key `k` and its assignee `u`. */
export const ROW_COLUMNS = `r.id, r.reference, r.version, r.stage, r.channel, r.language, r.received_on::text, r.due_on::text,
  r.frozen_due_on::text, r.internal_due_on::text, r.paused_since::text, r.next_action, r.next_action_by,
  r.next_action_on::text, r.frozen, r.tasks_done, r.tasks_total, r.closed_on::text, r.summary, r.assignee,
  u.name as assignee_name, r.person_sealed, k.key_id, k.wrapped`;

const logger = new Logger('Worklist');

type Person = Pick<QueueRow, 'person' | 'unreadable'>;

const NOBODY: Person = { person: null, unreadable: false };

/**
 * The name of the person, null once they have been forgotten. One that does not open, because the key or what it sealed is
 * damaged, must not hide the other requests of the list.
 */
const personOf = ({ id, person_sealed, key_id, wrapped }: StoredRow, keyring: Keyring): Person => {
  if (person_sealed === null || wrapped === null || key_id === null) return NOBODY;
  try {
    const sealer = sealerFor(keyring.unwrap(wrapped, id), key_id);
    const { name } = openJson<PersonalDetails>(sealer, person_sealed, `subject_request:${id}:person`);
    return { person: name, unreadable: false };
  } catch {
    logger.warn({ request: id, person: 'unreadable' });
    return { person: null, unreadable: true };
  }
};

const dateOf = (text: string | null): Temporal.PlainDate | null =>
  text === null ? null : Temporal.PlainDate.from(text);

/** One row of the worklist. `names` false leaves the person out, for readers who may not see personal content. */
export const queueRow = (row: StoredRow, today: Temporal.PlainDate, keyring: Keyring, names: boolean): QueueRow => {
  const waits = row.paused_since !== null;
  const dates = { today, due: dateOf(row.due_on), waits, stoppedOn: dateOf(row.closed_on) };
  return {
    reference: row.reference,
    version: row.version,
    ...(names ? personOf(row, keyring) : NOBODY),
    rights: row.summary.rights as QueueRow['rights'],
    stage: row.stage,
    channel: row.channel,
    language: row.language,
    receivedOn: row.received_on,
    nextAction: { action: row.next_action, by: row.next_action_by, on: row.next_action_on },
    dueOn: row.due_on,
    frozenDueOn: row.frozen_due_on,
    internalDueOn: row.internal_due_on,
    daysLeft: daysLeft(dates),
    tone: toneOf(dates),
    pausedSince: row.paused_since,
    closedOn: row.closed_on,
    reason: [...row.summary.steps],
    tasksDone: row.tasks_done,
    tasksTotal: row.tasks_total,
    assignee: row.assignee === null ? null : { id: row.assignee, name: row.assignee_name ?? '' },
    frozen: row.frozen,
  };
};
