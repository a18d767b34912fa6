import type { Outcome } from '#test/chaos/storm';

export const SORTS = ['lost', 'doubled', 'missed', 'duplicate', 'early', 'unproven'] as const;

export interface FaultLine {
  readonly fault: string;
  readonly struck: number;
  /** Seconds until all that was due when it struck was done, in the middle and at worst; null when nothing was due. */
  readonly recovery: number | null;
  readonly longest: number | null;
}

export const faultLines = ({ blows }: Outcome): FaultLine[] =>
  [...Map.groupBy(blows, ({ fault }) => fault)].map(([fault, struck]) => {
    const times = struck.flatMap(({ recovery }) => recovery ?? []).toSorted((a, b) => a - b);
    return {
      fault,
      struck: struck.length,
      recovery: times[Math.floor(times.length / 2)] ?? null,
      longest: times.at(-1) ?? null,
    };
  });

/** Nothing lost, doubled, missed or sent twice or early, and nothing left unproven. */
export const isGreen = (outcome: Outcome): boolean => SORTS.every((sort) => outcome[sort].length === 0);

const seconds = (value: number | null): string => (value === null ? '–' : `${value.toFixed(1)} s`);

const row = (...[name, ...cells]: readonly [string, ...string[]]): string =>
  `${name.padEnd(34)}${cells.map((cell) => cell.padStart(10)).join('')}`;

const SHOWN = 20;

export const tableOf = (outcome: Outcome): string =>
  [
    row('fault', 'struck', 'recovery', 'longest'),
    ...faultLines(outcome).map(({ fault, struck, recovery, longest }) =>
      row(fault, String(struck), seconds(recovery), seconds(longest)),
    ),
    ...[...outcome.mailFaults].map(([name, times]) => row(`mail: ${name}`, String(times))),
    ...[...outcome.crashes].map(([point, times]) => row(`killed ${point}`, String(times))),
    '',
    `${outcome.strangers.put} strange jobs in the queues, ${outcome.strangers.counted} counted`,
    `${outcome.requests} requests, ${outcome.mails} mails, ${outcome.deaths} workers died, ${outcome.seconds.toFixed(0)} s`,
    SORTS.map((sort) => `${outcome[sort].length} ${sort}`).join(', '),
    ...SORTS.flatMap((sort) => outcome[sort].slice(0, SHOWN).map((finding) => `  ${sort}: ${finding}`)),
  ].join('\n');

export const jsonLines = (outcome: Outcome, seed: number, backend: string): string[] => [
  ...faultLines(outcome).map((line) => JSON.stringify(line)),
  ...[...outcome.mailFaults].map(([name, struck]) => JSON.stringify({ fault: `mail: ${name}`, struck })),
  ...[...outcome.crashes].map(([crashPoint, killed]) => JSON.stringify({ crashPoint, killed })),
  JSON.stringify({
    seed,
    backend,
    requests: outcome.requests,
    mails: outcome.mails,
    deaths: outcome.deaths,
    seconds: Math.round(outcome.seconds),
    strangers: outcome.strangers,
    ...Object.fromEntries(SORTS.map((sort) => [sort, outcome[sort].length])),
  }),
];
