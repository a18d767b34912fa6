import { INSTANT_TEXT } from '#persistence/database-time';
import { digestOnwards } from './ledger-digest.js';
import {
  BEFORE_ALL,
  insertCheckpoint,
  latestCheckpoint,
  signCheckpoint,
  type SignedCheckpoint,
} from './signed-checkpoint.js';
import type { KeyObject } from 'node:crypto';
import type { Database, SqlSession } from '#persistence/database';

/** One checkpoint is made at a time, whichever worker makes it: the bytes of "ckpt". */
const MAKING_CHECKPOINT = 0x636b7074;
const EVERY_ENTRIES = 1000;
const EVERY_MINUTES = 15;

/** Is it time, by the desk's clock: entries wait, and they are many or the last checkpoint is old (security, 2.11)? */
export const checkpointDue = async (session: SqlSession): Promise<boolean> => {
  const [row] = await session.query<{ due: boolean }>(
    `with latest as (select coalesce(max(position), 0) as position, max(at) as at from checkpoint),
       waiting as (
         select count(*) as entries
         from (select from latest, ledger_entry where ledger_entry.position > latest.position limit $1) as fresh)
     select entries >= $1 or (entries > 0 and coalesce(at <= artikla.now() - make_interval(mins => $2), true)) as due
     from latest, waiting`,
    [EVERY_ENTRIES, EVERY_MINUTES],
  );
  return row?.due ?? false;
};

/**
 * The last position of the ledger, when nothing below it can still appear: an entry takes its position at insert and
 * shows it at commit, so we wait for the writers under way. The lock ends with the savepoint, before any digest is made.
 */
const settledPosition = async (session: SqlSession): Promise<number> => {
  await session.query('savepoint settled');
  await session.query(`set local lock_timeout = '2s'`);
  await session.query('lock table ledger_entry in share mode');
  const [row] = await session.query<{ position: string | null }>('select max(position) as position from ledger_entry');
  await session.query('rollback to savepoint settled');
  return Number(row?.position ?? 0);
};

const isAlone = async (session: SqlSession): Promise<boolean> => {
  const [row] = await session.query<{ alone: boolean }>('select pg_try_advisory_xact_lock($1) as alone', [
    MAKING_CHECKPOINT,
  ]);
  return row?.alone ?? false;
};

/** Signs the ledger as it stands. Null when there is nothing new, or another process is at it. */
export const makeCheckpoint = (database: Database, key: KeyObject): Promise<SignedCheckpoint | null> =>
  database.transaction(async (session) => {
    if (!(await isAlone(session))) return null;
    const latest = (await latestCheckpoint(session)) ?? BEFORE_ALL;
    const position = await settledPosition(session);
    if (position <= latest.position) return null;
    const covered = await digestOnwards(session, latest, position);
    const [row] = await session.query<{ now: string }>(`select ${INSTANT_TEXT('artikla.now()')} as now`);
    const checkpoint = signCheckpoint({ position, at: row?.now ?? '', ...covered }, key);
    await insertCheckpoint(session, checkpoint);
    return checkpoint;
  });
