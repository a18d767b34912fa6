/**
 * Method and address of every call of the console. Plain data, apart from the schemas in `staff-api.ts`, so that the
 * browser can find its way without loading a validation library.
 */
export const STAFF_PATHS = {
  session: { method: 'GET', path: '/api/v1/session' },
  signIn: { method: 'POST', path: '/api/v1/session' },
  firstSignIn: { method: 'POST', path: '/api/v1/session/first' },
  chooseLanguage: { method: 'POST', path: '/api/v1/session/language' },
  signOut: { method: 'DELETE', path: '/api/v1/session' },
  queue: { method: 'GET', path: '/api/v1/requests' },
  request: { method: 'GET', path: '/api/v1/requests/:reference' },
  document: { method: 'GET', path: '/api/v1/requests/:reference/documents/:id' },
  register: { method: 'POST', path: '/api/v1/requests' },
  command: { method: 'POST', path: '/api/v1/requests/:reference/commands' },
  preview: { method: 'POST', path: '/api/v1/requests/:reference/preview' },
  reveal: { method: 'POST', path: '/api/v1/requests/:reference/reveal' },
  retry: { method: 'POST', path: '/api/v1/requests/:reference/retry' },
  advanceTime: { method: 'POST', path: '/api/v1/demo/time' },
} as const satisfies Record<string, { method: 'GET' | 'POST' | 'DELETE'; path: `/api/v1/${string}` }>;
