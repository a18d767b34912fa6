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
  calendarFeed: { method: 'GET', path: '/api/v1/me/calendar-feed' },
  createCalendarFeed: { method: 'POST', path: '/api/v1/me/calendar-feed' },
  revokeCalendarFeed: { method: 'DELETE', path: '/api/v1/me/calendar-feed' },
  queue: { method: 'GET', path: '/api/v1/requests' },
  searchQueue: { method: 'POST', path: '/api/v1/requests/search' },
  queueLoad: { method: 'GET', path: '/api/v1/queue/load' },
  savedViews: { method: 'GET', path: '/api/v1/queue/views' },
  saveView: { method: 'PUT', path: '/api/v1/queue/views/:id' },
  removeView: { method: 'DELETE', path: '/api/v1/queue/views/:id' },
  preferences: { method: 'GET', path: '/api/v1/me/preferences' },
  savePreferences: { method: 'PUT', path: '/api/v1/me/preferences' },
  request: { method: 'GET', path: '/api/v1/requests/:reference' },
  document: { method: 'GET', path: '/api/v1/requests/:reference/documents/:id' },
  register: { method: 'POST', path: '/api/v1/requests' },
  command: { method: 'POST', path: '/api/v1/requests/:reference/commands' },
  preview: { method: 'POST', path: '/api/v1/requests/:reference/preview' },
  reveal: { method: 'POST', path: '/api/v1/requests/:reference/reveal' },
  retry: { method: 'POST', path: '/api/v1/requests/:reference/retry' },
  reports: { method: 'GET', path: '/api/v1/reports' },
  clockSettings: { method: 'GET', path: '/api/v1/settings/clock' },
  changeClockSettings: { method: 'PUT', path: '/api/v1/settings/clock' },
  advanceTime: { method: 'POST', path: '/api/v1/demo/time' },
} as const satisfies Record<string, { method: 'GET' | 'POST' | 'PUT' | 'DELETE'; path: `/api/v1/${string}` }>;
