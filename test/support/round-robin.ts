import { once } from 'node:events';
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy before several processes of one app: each request goes to the next one that answers. */
export interface RoundRobin {
  readonly url: string;
  /** How many requests each upstream has answered. */
  counts(): readonly number[];
  stop(): Promise<void>;
}

/** `upstreams` are ports of this machine. A process that does not take the connection is passed over. */
export const startRoundRobin = async (port: number, upstreams: readonly number[]): Promise<RoundRobin> => {
  const counts = upstreams.map(() => 0);
  let turn = 0;

  const pass = (incoming: IncomingMessage, body: Buffer, outgoing: ServerResponse, index: number, tries = 1): void => {
    const { method, url: path, headers } = incoming;
    const onward = forward({ host: '127.0.0.1', port: upstreams[index], method, path, headers }, (answer) => {
      counts[index] = (counts[index] ?? 0) + 1;
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => {
      if (tries < upstreams.length) pass(incoming, body, outgoing, (index + 1) % upstreams.length, tries + 1);
      else outgoing.writeHead(502).end();
    });
    onward.end(body);
  };

  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', () => {
      pass(incoming, Buffer.concat(parts), outgoing, turn % upstreams.length);
      turn += 1;
    });
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    counts: () => counts,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
