import { once } from 'node:events';
import { createServer } from 'node:http';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { deskMetrics } from '#features/operations/desk-metrics';
import type { Database } from '#persistence/database';

/**
 * Serves `/metrics` of the api on a port of its own, which is for Prometheus and not for the public: how the desk stands,
 * and how this process does. Resolves with how to stop it.
 */
export const serveMetrics = async (database: Database, port: number): Promise<() => Promise<void>> => {
  const own = new Registry();
  collectDefaultMetrics({ register: own });
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    Promise.all([deskMetrics(database), own.metrics()]).then(
      (parts) => response.writeHead(200, { 'Content-Type': Registry.PROMETHEUS_CONTENT_TYPE }).end(parts.join('\n')),
      () => response.writeHead(503).end(),
    );
  });
  server.listen(port);
  await once(server, 'listening');
  return async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
};
