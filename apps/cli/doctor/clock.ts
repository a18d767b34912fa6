import { clockJumpProblem } from '#features/operations/clock-jump';
import { failure, fine, warning, type Finding } from './finding.js';
import type { OpenDesk } from '../desk.js';

const ODD_SECONDS = 2;
const BAD_SECONDS = 60;

const compare = (apart: number): Finding => {
  const words = `this machine and the database are ${apart.toFixed(1)} s apart`;
  const todo = 'let NTP set both clocks';
  if (apart > BAD_SECONDS) return failure('Clock', `${words}; ${todo}, because dates are counted from it.`);
  return apart > ODD_SECONDS ? warning('Clock', `${words}; ${todo}.`) : fine('Clock', `${words}.`);
};

/** Whether letters and registers wait because nobody knows what time it is. */
export const checkClockJump = async ({ database }: OpenDesk): Promise<Finding[]> => {
  const problem = await clockJumpProblem(database);
  return problem === null ? [] : [failure('Clock', problem)];
};

/** The desk lives by the clock of the database; this machine's is the only one to compare it with. */
export const checkClock = async ({ database }: OpenDesk): Promise<Finding[]> => {
  const before = Date.now();
  const [row] = await database.query<{ now: number; shift: number }>(
    `select extract(epoch from clock_timestamp())::float8 * 1000 as now,
       (select extract(epoch from shift)::float8 / 86400 from artikla.time_shift) as shift`,
  );
  const here = (before + Date.now()) / 2;
  const { now = here, shift = 0 } = row ?? {};
  const drift = compare(Math.abs(now - here) / 1000);
  if (shift === 0) return [drift];
  return [
    drift,
    warning('Time', `the desk's time was moved forward by ${shift.toFixed(0)} days, which only a demo may do.`),
  ];
};
