import { once } from 'node:events';
import { Agent, createServer, get, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { lastAnswers } from './last-answers.js';

describe('a server that is stopped while a proxy keeps sending over one connection', () => {
  it('answers what has come, and ends', async () => {
    const begun = Promise.withResolvers<undefined>();
    const closing = Promise.withResolvers<undefined>();
    const server = createServer((request: IncomingMessage, response: ServerResponse) => {
      lastAnswers(server)(request, response, () => {
        begun.resolve(undefined);
        void closing.promise.then(() => response.end('well'));
      });
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ask = async (): Promise<number | undefined> => {
      const [answer] = (await once(get({ port, host: '127.0.0.1', agent }), 'response')) as [IncomingMessage];
      await once(answer.resume(), 'end');
      return answer.statusCode;
    };
    const underWay = ask();
    await begun.promise;
    const ended = once(server, 'close').then(() => 'ended');
    server.close();
    closing.resolve(undefined);
    const answers = [await underWay];
    while (answers.length < 10) {
      const answer = await ask().catch(() => 'refused' as const);
      if (answer === 'refused') break;
      answers.push(answer);
    }
    expect(answers).toEqual([200, 200]);
    expect(await ended).toBe('ended');
    agent.destroy();
  });
});
