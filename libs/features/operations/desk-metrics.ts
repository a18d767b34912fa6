import { Gauge, Registry } from 'prom-client';
import { workByQueue, type QueueWork } from './work.js';
import type { SqlSession } from '#persistence/database';

type Figure = Exclude<keyof QueueWork, 'queue'>;

const FIGURES: Readonly<Record<Figure, readonly [name: string, help: string]>> = {
  due: ['artikla_effects_due', 'Effects that could begin now'],
  late: ['artikla_effects_late', 'Effects that could have begun over a minute ago'],
  leased: ['artikla_effects_leased', 'Effects being done'],
  waiting: ['artikla_effects_waiting', 'Effects that failed and are tried again later'],
  dead: ['artikla_effects_dead', 'Effects that were given up and wait for an officer'],
  oldest: ['artikla_effects_oldest_due_seconds', 'Age of the oldest effect that is due and not done'],
};

/** `ready sending dot accepted bounced unknown`, of the mails of the last day. */
const mailsByState = (session: SqlSession) =>
  session.query<{ state: string; mails: number }>(
    `select state, count(mail.id)::int as mails
     from unnest(array['ready', 'sending', 'dot', 'accepted', 'bounced', 'unknown']) as state
       left join (select id, message.state as its from message where created_at > artikla.now() - interval '1 day') as mail
         on mail.its = state
     group by state`,
  );

const onTheRoll = async (session: SqlSession) => {
  const [row] = await session.query<{ working: number; silent: number; jumped: number }>(
    `select count(*) filter (where not silent)::int as working, count(*) filter (where silent)::int as silent,
       (select count(*)::int from artikla.clock_jump where ended_at is null) as jumped
     from (select seen_at < clock_timestamp() - interval '1 minute' as silent from artikla.worker_seen) as roll`,
  );
  return row ?? { working: 0, silent: 0, jumped: 0 };
};

/**
 * How the whole desk stands, in the form Prometheus reads: the same from whichever process it is asked. Numbers only,
 * nobody's data.
 */
export const deskMetrics = async (session: SqlSession): Promise<string> => {
  const registry = new Registry();
  const [work, mails, { working, silent, jumped }] = await Promise.all([
    workByQueue(session),
    mailsByState(session),
    onTheRoll(session),
  ]);
  for (const [figure, [name, help]] of Object.entries(FIGURES) as [Figure, readonly [string, string]][]) {
    const gauge = new Gauge({ name, help, labelNames: ['queue'], registers: [registry] });
    for (const one of work) gauge.set({ queue: one.queue }, one[figure]);
  }
  const states = new Gauge({
    name: 'artikla_mails',
    help: 'Mails of the last day by state; dot and unknown are of uncertain fate',
    labelNames: ['state'],
    registers: [registry],
  });
  for (const { state, mails: count } of mails) states.set({ state }, count);
  const workers = new Gauge({
    name: 'artikla_workers',
    help: 'Workers by whether they were heard of in the last minute; those that stopped in order are none',
    labelNames: ['state'],
    registers: [registry],
  });
  workers.set({ state: 'working' }, working);
  workers.set({ state: 'silent' }, silent);
  const clock = new Gauge({
    name: 'artikla_clock_jumped',
    help: '1 while the clock of the database is not believed, so that nothing irreversible is done',
    registers: [registry],
  });
  clock.set(jumped);
  return registry.metrics();
};
