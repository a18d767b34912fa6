import { createServer, type AddressInfo } from 'node:net';

/** `preferred` when nothing listens there on 127.0.0.1, otherwise (or for 0) a port that the system picks. */
export const freePort = (preferred = 0): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', () =>
      preferred === 0 ? reject(new Error('No free port on 127.0.0.1')) : resolve(freePort(0)),
    );
    probe.listen(preferred, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
