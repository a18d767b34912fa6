import { writeSync } from 'node:fs';

/**
 * A named place where a test may kill the process (durability, section 3): `ARTIKLA_CRASH_AT` lists such places, separated
 * by commas, and the process dies at the first it comes by, by SIGKILL, as a power cut would have it; its last word says
 * where. Without that setting it does nothing at all.
 */
export const crashPoint = async (name: string): Promise<void> => {
  if (process.env['ARTIKLA_CRASH_AT']?.split(',').includes(name) !== true) return;
  writeSync(2, `crash point ${name}\n`);
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
};
