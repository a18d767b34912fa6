import { verifyRecentChains } from '#features/audit/verify-chains';
import { failure, fine, warning, type Finding } from './finding.js';
import type { OpenDesk } from '../desk.js';

const ENTRIES = 200;
/** Checkpoints come every quarter of an hour; twice that without one means that nobody makes them. */
const PATIENCE_MINUTES = 30;
const APPEND_ONLY = ['ledger_entry_append_only', 'checkpoint_append_only'];

const lookAtTriggers = async ({ database }: OpenDesk): Promise<Finding> => {
  const rows = await database.query(`select from pg_trigger where tgname = any ($1) and tgenabled <> 'D'`, [
    APPEND_ONLY,
  ]);
  return rows.length === APPEND_ONLY.length
    ? fine('Ledger', 'nothing in it can be changed or deleted.')
    : failure(
        'Ledger',
        'its guard against changes is off; run "artikla audit verify", then enable the triggers again.',
      );
};

const lookAtChains = async ({ database }: OpenDesk): Promise<Finding> => {
  const { entries, firstBad } = await verifyRecentChains(database, ENTRIES);
  if (firstBad === null) return fine('Audit', `the last ${entries} entries are as they were recorded.`);
  const { reference, seq, why } = firstBad;
  return failure('Audit', `${reference} seq ${seq}: ${why}; keep the database as it is and ask who changed it.`);
};

const lookAtCheckpoints = async ({ database }: OpenDesk): Promise<Finding[]> => {
  const [row] = await database.query<{ late: boolean | null }>(
    `select min(at) < artikla.now() - make_interval(mins => $1) as late from ledger_entry
     where position > (select coalesce(max(position), 0) from checkpoint)`,
    [PATIENCE_MINUTES],
  );
  return row?.late === true
    ? [warning('Checkpoints', `none for over ${PATIENCE_MINUTES} minutes; see that a worker runs.`)]
    : [];
};

/** A quick look. `artikla audit verify` is the proof. */
export const checkAudit = async (desk: OpenDesk): Promise<Finding[]> => [
  await lookAtTriggers(desk),
  await lookAtChains(desk),
  ...(await lookAtCheckpoints(desk)),
];
