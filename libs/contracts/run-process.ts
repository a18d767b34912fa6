const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const sentence = (error: unknown): string => (error instanceof Error ? error.message : 'unknown error');

/**
 * Runs a process of the desk: starts it, waits for a signal, stops it cleanly. What keeps it from starting is told in one
 * line without a stack; the exit code is then 1. Repeated signals change nothing: a terminal and npm both pass them on.
 */
export const runProcess = async (start: () => Promise<() => Promise<unknown>>): Promise<void> => {
  const stop = await start().catch((error: unknown) => {
    process.stderr.write(`${sentence(error)}\n`);
    process.exit(1);
  });
  let stopping: Promise<void> | null = null;
  const end = (): void => {
    stopping ??= stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of SIGNALS) process.on(signal, end);
};
