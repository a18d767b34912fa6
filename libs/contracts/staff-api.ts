import { z } from 'zod';
import { queuePage, queueQuery } from './queue.js';
import { registered, registration, requestPage, staffCommand } from './request-page.js';
import { advanceTime, firstSignIn, languageChoice, session, signIn } from './session.js';

interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
  readonly answer: z.ZodType | null;
}

/** Every call of the console, as data: the controllers, the typed client and the API description are read from it. */
export const STAFF_API = {
  session: { method: 'GET', path: '/api/v1/session', answer: session },
  signIn: { method: 'POST', path: '/api/v1/session', body: signIn, answer: session },
  firstSignIn: { method: 'POST', path: '/api/v1/session/first', body: firstSignIn, answer: session },
  chooseLanguage: { method: 'POST', path: '/api/v1/session/language', body: languageChoice, answer: session },
  signOut: { method: 'DELETE', path: '/api/v1/session', answer: null },
  queue: { method: 'GET', path: '/api/v1/requests', query: queueQuery, answer: queuePage },
  request: { method: 'GET', path: '/api/v1/requests/:reference', answer: requestPage },
  register: { method: 'POST', path: '/api/v1/requests', body: registration, answer: registered },
  command: { method: 'POST', path: '/api/v1/requests/:reference/commands', body: staffCommand, answer: requestPage },
  reveal: { method: 'POST', path: '/api/v1/requests/:reference/reveal', answer: requestPage },
  retry: { method: 'POST', path: '/api/v1/requests/:reference/retry', answer: requestPage },
  advanceTime: { method: 'POST', path: '/api/v1/demo/time', body: advanceTime, answer: session },
} as const satisfies Record<string, Route>;

export type StaffCall = keyof typeof STAFF_API;
