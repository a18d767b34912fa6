import { MikroORM } from '@mikro-orm/postgresql';
import { verifyRecentChains } from '#features/audit/verify-chains';
import { Database } from '#persistence/database';
import { insist } from '#test/bench/bench';
import type { INestApplication } from '@nestjs/common';
import type { Pool } from 'pg';

/** The pool that all hand-written SQL of the desk runs on. */
export const poolOf = async (app: INestApplication): Promise<Pool> =>
  (await app.get(MikroORM).em.getConnection().getNativeClient()) as Pool;

/** Requests whose erasure waits for the end of its cooling-off, with the effect that carries it out. */
export const preparedRequests = async (database: Database, count: number): Promise<ReadonlyMap<string, string>> => {
  const rows = await database.query<{ request_id: string; id: string }>(
    `select request_id, id from effect where kind = 'run-task' and state = 'pending' order by id limit $1`,
    [count],
  );
  insist(rows.length === count, `${count} requests are prepared`);
  return new Map(rows.map(({ request_id: request, id }) => [request, id]));
};

/** The cooling-off is over: as when the moment comes, the effects are due and nothing else has changed. */
export const endCoolingOff = async (database: Database, effectIds: readonly string[]): Promise<void> => {
  await database.query('update effect set due_at = artikla.now() where id = any ($1::text[])', [effectIds]);
};

/** Runs what is due of a request, one effect after the other, as a queue would: with the first, then what it brings. */
export const runDue = async (
  database: Database,
  requestId: string,
  first: string,
  run: (effectId: string) => Promise<void>,
): Promise<void> => {
  let effect: string | undefined = first;
  while (effect !== undefined) {
    const done: string = effect;
    await run(done);
    const [next]: readonly { id: string; last_error: string | null }[] = await database.query(
      `select id, last_error from effect where request_id = $1 and state = 'pending' and due_at <= artikla.now()`,
      [requestId],
    );
    insist(next?.id !== done, `the effect is done (${next?.last_error ?? 'it was not taken'})`);
    effect = next?.id;
  }
};

const EVENTS = `count(*) filter (where type = 'taskRecorded')::int as carried_out,
  count(*) filter (where type = 'packageBuilt')::int as built, count(*) filter (where type = 'answerSent')::int as sent`;

/** Every request closed, each transition once, nothing left to do, and the chains that grew last whole. */
export const checkDesk = async (database: Database, finished: readonly string[]): Promise<void> => {
  const [events] = await database.query<{ carried_out: number; built: number; sent: number }>(
    `select ${EVENTS} from ledger_entry where request_id = any ($1::uuid[])`,
    [finished],
  );
  const [left] = await database.query<{ open: number; pending: number }>(
    `select (select count(*)::int from subject_request where closed_on is null and id = any ($1::uuid[])) as open,
       (select count(*)::int from effect where state in ('pending', 'dead') and request_id = any ($1::uuid[])) as pending`,
    [finished],
  );
  insist(left?.open === 0 && left.pending === 0, 'every request is closed and nothing of it is left to do');
  // The plan of the erasure was recorded in the preparation, its execution now.
  insist(events?.carried_out === finished.length * 2, 'every erasure was carried out once');
  insist(events.built === finished.length && events.sent === finished.length, 'every answer was built and sent once');
  const { firstBad } = await verifyRecentChains(database, finished.length);
  insist(firstBad === null, 'every chain is whole');
};
