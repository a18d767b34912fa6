import { createServer } from 'node:net';

/** Throws one sentence when somebody listens on a port that the desk needs. */
export const assertFree = (port: number, setting: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', () =>
      reject(new Error(`Port ${port} is taken; end what uses it, or set ${setting} to another port.`)),
    );
    server.listen(port, () => server.close(() => resolve()));
  });
