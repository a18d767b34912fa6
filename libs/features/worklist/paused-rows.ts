import { fold } from '#domain/request/evolve';
import { stepsToJson } from '#domain/clock/step-json';
import { deadlinesOf } from '#domain/request/standing';
import { ENTRY_COLUMNS, eventOf, type EntryRow } from '#persistence/ledger-rows';
import type { ClockReading } from '#persistence/desk-clock';
import type { SqlSession } from '#persistence/database';
import type { StoredRow } from './queue-rows.js';

/**
 * While a clock stands still, the date it would give moves on each day without any event, so what was stored when it
 * stopped is out of date the next morning: the paused rows of a page are counted anew from their ledgers.
 */
export const countPausedAnew = async (
  rows: readonly StoredRow[],
  session: SqlSession,
  reading: ClockReading,
): Promise<readonly StoredRow[]> => {
  const paused = rows.filter(({ paused_since }) => paused_since !== null).map(({ id }) => id);
  if (paused.length === 0) return rows;
  const entries = await session.query<EntryRow>(
    `select ${ENTRY_COLUMNS} from ledger_entry where request_id = any ($1::uuid[]) order by request_id, seq`,
    [paused],
  );
  const ledgers = Map.groupBy(entries, ({ request_id }) => request_id);
  return rows.map((row) => {
    const ledger = ledgers.get(row.id);
    if (ledger === undefined) return row;
    const state = fold(ledger.map(eventOf));
    const { calendar, today } = reading.in(state);
    const deadlines = deadlinesOf(state, calendar, today);
    const frozen_due_on = deadlines.frozenDue?.toString() ?? null;
    return { ...row, frozen_due_on, summary: { ...row.summary, steps: stepsToJson(deadlines) } };
  });
};
