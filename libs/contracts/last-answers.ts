import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/**
 * Makes every answer the last on its connection once the server takes no new ones. A proxy that keeps its connections would
 * otherwise go on sending requests over them, and a process that is stopped under load would never come to its end.
 */
export const lastAnswers =
  (server: Pick<Server, 'listening'>) =>
  (_request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    if (!server.listening) response.setHeader('Connection', 'close');
    next();
  };
