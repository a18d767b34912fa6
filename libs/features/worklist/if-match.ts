import type { EventType } from '#domain/request/events';
import type { EntryRow } from '#persistence/ledger-rows';
import type { RequestFile } from './request-file.js';

/** Entries that tell of somebody having looked; nothing that the giver of a command saw is different for them. */
const LOOKED: readonly string[] = ['contactRevealed', 'documentRead'] satisfies EventType[];

/** Progress that the desk makes by itself while an officer reads. What it allows is judged again when a command is decided. */
const PROGRESS: readonly string[] = [
  'letterSent',
  'reminderSent',
  'rightAdvanced',
  'tasksReleased',
  'taskRecorded',
  'answerPrepared',
  'packageBuilt',
  'answerSent',
  'datesCounted',
  'findingSettled',
] satisfies EventType[];

const changesNothingSeen = ({ type, actor }: Pick<EntryRow, 'type' | 'actor'>): boolean =>
  LOOKED.includes(type) || (actor === 'desk' && PROGRESS.includes(type));

/**
 * The version that a command is checked against: that which its giver saw, or the newest where since then people have only
 * looked and the desk has only gone on. So whoever reads a letter and then approves it is not stopped by the trace of their
 * own reading, nor an officer by a reminder that left meanwhile; what another person did is a conflict.
 */
export const expectedOf = (seen: number, { entries, version }: Pick<RequestFile, 'entries' | 'version'>): number => {
  const since = entries.filter(({ seq }) => seq > seen);
  return since.length > 0 && since.every(changesNothingSeen) ? version : seen;
};
