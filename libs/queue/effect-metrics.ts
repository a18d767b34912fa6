import { Gauge, Registry } from 'prom-client';
import { QUEUES } from '#domain/request/effects';
import type { Database } from '#persistence/database';

interface Counts {
  readonly queue: string;
  readonly due: string;
  readonly leased: string;
  readonly dead: string;
  readonly oldest: number | null;
}

/** What waits, runs and has failed for good, per queue, in the form Prometheus reads. Counts only, nobody's data. */
export const effectMetrics = async (database: Database): Promise<string> => {
  const rows = await database.query<Counts>(
    `select queue, count(*) filter (where state = 'pending' and due_at <= artikla.now()) as due,
       count(*) filter (where state = 'pending' and lease_until > clock_timestamp()) as leased,
       count(*) filter (where state = 'dead') as dead,
       extract(epoch from artikla.now() - min(due_at) filter (where state = 'pending' and due_at <= artikla.now()))::float8 as oldest
     from effect where state in ('dead', 'pending') and (state = 'dead' or due_at <= artikla.now()) group by queue`,
  );
  const registry = new Registry();
  const gauge = (name: string, help: string) => new Gauge({ name, help, labelNames: ['queue'], registers: [registry] });
  const due = gauge('artikla_effects_due', 'Effects that are due and not done');
  const leased = gauge('artikla_effects_leased', 'Effects being done');
  const dead = gauge('artikla_effects_dead', 'Effects that failed for good and wait for an officer');
  const oldest = gauge('artikla_effects_oldest_due_seconds', 'Age of the oldest effect that is due');
  for (const queue of QUEUES) {
    const row = rows.find((one) => one.queue === queue);
    due.set({ queue }, Number(row?.due ?? 0));
    leased.set({ queue }, Number(row?.leased ?? 0));
    dead.set({ queue }, Number(row?.dead ?? 0));
    oldest.set({ queue }, row?.oldest ?? 0);
  }
  return registry.metrics();
};
