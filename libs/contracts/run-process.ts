const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const sentence = (error: unknown): string => (error instanceof Error ? error.message : 'unknown error');

/**
 * Runs a process of the desk: starts it, waits for a signal, stops it cleanly. `start` leaves on the stack how to stop
 * each thing it started; they are stopped in reverse order, also when the start fails half-way. What keeps a process from
 * starting is told in one line without a stack, with exit code 1. Repeated signals change nothing: a terminal and npm both
 * pass them on.
 */
export const runProcess = async (start: (stack: AsyncDisposableStack) => Promise<void>): Promise<void> => {
  const stack = new AsyncDisposableStack();
  let stopping: Promise<never> | null = null;
  const end = (code: number): void => {
    stopping ??= stack.disposeAsync().then(
      () => process.exit(code),
      () => process.exit(1),
    );
  };
  for (const signal of SIGNALS) process.on(signal, () => end(0));
  await start(stack).catch((error: unknown) => {
    process.stderr.write(`${sentence(error)}\n`);
    end(1);
  });
};
