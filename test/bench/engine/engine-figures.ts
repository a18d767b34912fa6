import { median, rounded } from '#test/bench/statistics';
import type { Figure, Target } from '#test/bench/bench';
import type { Sample } from '#test/bench/engine/contest';
import type { EngineName } from '#test/bench/engine/engines';

type Samples = ReadonlyMap<EngineName, readonly Sample[]>;

const WORDS: Readonly<Record<EngineName, string>> = {
  'floor-a': 'Floor A: three plain transactions by `pg`',
  'floor-a-one-statement': 'The same as three statements',
  'floor-b': 'Floor B: the SQL of our transitions, no queue',
  'without-queue': 'Ours without a queue',
  redis: 'Ours, queue on Redis',
  postgres: 'Ours, queue on PostgreSQL',
  'pg-boss': 'pg-boss, the work of floor A',
  dbos: 'DBOS Transact, the work of floor A',
};

/** Shares of floor A that are aimed at (durability, section 4). */
const OF_FLOOR_A: Readonly<Partial<Record<EngineName, Target>>> = {
  redis: { atLeast: 0.65 },
  postgres: { atLeast: 0.25 },
};
const OF_FLOOR_B: Target = { atLeast: 0.6 };
const TIMES_PEER: Target = { atLeast: 3 };
const CPU_OF_FLOOR_A: Target = { atMost: 1.6 };
const P99_OF_FLOOR_A: Target = { atMost: 1.8 };
const PEERS = ['pg-boss', 'dbos'] as const;

/** Figures of all engines of one run: speed against both floors and the peers, latency and processor time. */
export const reportEngines = (
  samples: Samples,
  settings: NonNullable<Figure['details']>,
  report: (figure: Figure) => void,
): void => {
  const of = (engine: EngineName, quantity: (sample: Sample) => number): number[] =>
    (samples.get(engine) ?? []).map(quantity);
  const speed = ({ perSecond }: Sample) => perSecond;
  const speedOf = (engine: EngineName) => median(of(engine, speed));
  const cpu = ({ allCpu, ownCpu }: Sample) => allCpu ?? ownCpu;

  for (const engine of samples.keys()) {
    const ratioTarget = OF_FLOOR_A[engine];
    report({
      name: `engine.${engine}`,
      what: WORDS[engine],
      unit: 'requests/s',
      values: of(engine, speed),
      floor: speedOf('floor-a'),
      ...(ratioTarget && { ratioTarget }),
      details: {
        ofFloorB: Number((speedOf(engine) / speedOf('floor-b')).toFixed(2)),
        p50: rounded(median(of(engine, ({ p50 }) => p50))),
        p99: rounded(median(of(engine, ({ p99 }) => p99))),
        cpuOwn: rounded(median(of(engine, ({ ownCpu }) => ownCpu))),
        cpuAll: rounded(median(of(engine, cpu))),
        memory: rounded(median(of(engine, ({ memory }) => memory))),
        ...samples.get(engine)?.[0]?.facts,
        ...settings,
      },
    });
  }
  const compare = (
    name: string,
    what: string,
    unit: string,
    floor: EngineName,
    quantity: (sample: Sample) => number,
    ratioTarget: Target,
  ) => report({ name, what, unit, values: of('redis', quantity), floor: median(of(floor, quantity)), ratioTarget });
  compare('engine.redis.of-floor-b', 'Ours on Redis against floor B', 'requests/s', 'floor-b', speed, OF_FLOOR_B);
  for (const peer of PEERS) {
    compare(`engine.redis.times-${peer}`, `Ours on Redis against ${peer}`, 'requests/s', peer, speed, TIMES_PEER);
  }
  compare(
    'engine.redis.cpu',
    'Processor time, ours on Redis against floor A',
    'ms/request',
    'floor-a',
    cpu,
    CPU_OF_FLOOR_A,
  );
  compare(
    'engine.redis.p99',
    'Latency p99, ours on Redis against floor A',
    'ms',
    'floor-a',
    ({ p99 }) => p99,
    P99_OF_FLOOR_A,
  );
};
