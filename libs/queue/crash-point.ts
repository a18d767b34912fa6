/**
 * A named place where a test may kill the process (durability, section 3): `ARTIKLA_CRASH_AT` names it and the process
 * dies there by SIGKILL, as a power cut would have it. Without that setting it does nothing at all.
 */
export const crashPoint = async (name: string): Promise<void> => {
  if (process.env['ARTIKLA_CRASH_AT'] !== name) return;
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => undefined);
};
