import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestSmtp } from '#test/support/smtp';

/**
 * Lets a worker in another process ask the test's mail server whether it took a mail, in the form a mail catcher has. A
 * mail shows `lagMs` after it was taken.
 */
export const serveJournal = async (smtp: TestSmtp, lagMs = 0): Promise<{ url: string; stop(): Promise<void> }> => {
  const server = createServer((request, response) => {
    const wanted = new URL(request.url ?? '', 'http://journal').searchParams.get('headers.message-id');
    const shown = Date.now() - lagMs;
    const found = smtp.journal().filter(({ messageId, at }) => messageId === wanted && at <= shown);
    response.setHeader('content-type', 'application/json').end(JSON.stringify(found.map(({ messageId }) => messageId)));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
