import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IncomingMessage } from 'node:http';
import type { Test } from 'supertest';
import { STAFF_ROLES, type StaffRole } from '#domain/request/actor';
import { STAFF_PATHS } from '#contracts/staff-paths';
import { openStaffDesk, type StaffDesk } from '#test/support/staff';
import { routesOf, type FoundRoute } from '#test/support/routes';

let staff: StaffDesk;
let routes: FoundRoute[];
beforeAll(async () => {
  staff = await openStaffDesk();
  routes = routesOf(staff.app);
});
afterAll(() => staff.close());

/** Who may call what. A route that is not in this table, or a change of one that is, has to be decided here first. */
const PERMITTED: Readonly<Record<string, 'public' | readonly StaffRole[]>> = {
  'GET /api/v1/session': STAFF_ROLES,
  'POST /api/v1/session': 'public',
  'POST /api/v1/session/first': 'public',
  'POST /api/v1/session/language': STAFF_ROLES,
  'DELETE /api/v1/session': STAFF_ROLES,
  'GET /api/v1/me/calendar-feed': ['officer', 'approver'],
  'POST /api/v1/me/calendar-feed': ['officer', 'approver'],
  'DELETE /api/v1/me/calendar-feed': ['officer', 'approver'],
  'GET /calendar/:token.ics': 'public',
  'GET /api/v1/events': STAFF_ROLES,
  'GET /api/v1/me/notices': STAFF_ROLES,
  'POST /api/v1/me/notices/read': STAFF_ROLES,
  'GET /api/v1/me/deputy': ['officer', 'approver'],
  'PUT /api/v1/me/deputy': ['officer', 'approver'],
  'DELETE /api/v1/me/deputy': ['officer', 'approver'],
  'POST /api/v1/session/keys': STAFF_ROLES,
  'POST /api/v1/requests/:reference/presence': ['officer', 'approver', 'auditor'],
  'DELETE /api/v1/requests/:reference/presence': ['officer', 'approver', 'auditor'],
  'GET /api/v1/requests': STAFF_ROLES,
  'POST /api/v1/requests/search': STAFF_ROLES,
  'GET /api/v1/queue/load': STAFF_ROLES,
  'POST /api/v1/queue/selection': ['officer', 'approver'],
  'POST /api/v1/queue/bulk': ['officer', 'approver'],
  'POST /api/v1/queue/export': ['officer', 'approver', 'auditor'],
  'GET /api/v1/queue/views': STAFF_ROLES,
  'PUT /api/v1/queue/views/:id': STAFF_ROLES,
  'DELETE /api/v1/queue/views/:id': STAFF_ROLES,
  'GET /api/v1/me/preferences': STAFF_ROLES,
  'PUT /api/v1/me/preferences': STAFF_ROLES,
  'POST /api/v1/requests': ['officer', 'approver'],
  'GET /api/v1/requests/:reference': ['officer', 'approver', 'auditor'],
  'GET /api/v1/requests/:reference/documents/:id': ['officer', 'approver', 'auditor'],
  'GET /api/v1/requests/:reference/documents/:id/view': ['officer', 'approver', 'auditor'],
  'GET /api/v1/requests/:reference/documents': ['officer', 'approver', 'auditor'],
  'POST /api/v1/requests/:reference/documents': ['officer', 'approver'],
  'GET /api/v1/requests/:reference/correspondence': ['officer', 'approver', 'auditor'],
  'POST /api/v1/requests/:reference/message-preview': ['officer', 'approver'],
  'GET /api/v1/requests/:reference/related': ['officer', 'approver', 'auditor'],
  'POST /api/v1/requests/similar': ['officer', 'approver'],
  'POST /api/v1/requests/:reference/commands': ['officer', 'approver'],
  'POST /api/v1/requests/:reference/preview': ['officer', 'approver'],
  'POST /api/v1/requests/:reference/reveal': ['officer', 'approver', 'auditor'],
  'POST /api/v1/requests/:reference/retry': ['officer', 'approver'],
  'GET /api/v1/reports': STAFF_ROLES,
  'GET /api/v1/operations': ['officer', 'approver', 'administrator'],
  'POST /api/v1/operations/retry': ['officer', 'approver', 'administrator'],
  'POST /api/v1/operations/clock': ['administrator'],
  'GET /api/v1/settings/clock': STAFF_ROLES,
  'PUT /api/v1/settings/clock': ['administrator'],
  'GET /api/v1/settings': STAFF_ROLES,
  'GET /api/v1/settings/organisation': STAFF_ROLES,
  'PUT /api/v1/settings/organisation': ['administrator'],
  'GET /api/v1/settings/record': STAFF_ROLES,
  'PUT /api/v1/settings/record': ['administrator'],
  'GET /api/v1/settings/registers': STAFF_ROLES,
  'POST /api/v1/settings/registers': ['administrator'],
  'PUT /api/v1/settings/registers/:id': ['administrator'],
  'POST /api/v1/settings/registers/:id/check': ['administrator'],
  'GET /api/v1/settings/letters': STAFF_ROLES,
  'GET /api/v1/settings/letters/:letter/:language': STAFF_ROLES,
  'PUT /api/v1/settings/letters/:letter/:language': ['administrator'],
  'POST /api/v1/settings/letters/:letter/:language/preview': STAFF_ROLES,
  'GET /api/v1/settings/users': ['administrator'],
  'GET /api/v1/settings/users/changes': ['administrator'],
  'POST /api/v1/settings/users': ['administrator'],
  'PUT /api/v1/settings/users/:id': ['administrator'],
  'POST /api/v1/settings/users/:id/reset': ['administrator'],
  'GET /api/v1/set-up': ['administrator'],
  'PUT /api/v1/set-up': ['administrator'],
  'POST /api/v1/set-up/administrator': 'public',
  'POST /api/v1/set-up/mail': ['administrator'],
  'POST /api/v1/set-up/request': ['administrator'],
  'DELETE /api/v1/set-up/request': ['administrator'],
  'POST /api/v1/demo/time': ['officer', 'approver', 'administrator'],
  'GET /health/live': 'public',
  'GET /health/ready': 'public',
};

const nameOf = ({ method, path }: FoundRoute): string => `${method} ${path}`;

describe('the routes of the staff API', () => {
  it('all say who may call them, as this table has it', () => {
    expect(Object.fromEntries(routes.map((route) => [nameOf(route), route.access]))).toEqual(PERMITTED);
  });

  it('are all those of the contract, and besides only the probes and what calendar programs read', () => {
    const contract = Object.values(STAFF_PATHS).map(({ method, path }) => `${method} ${path}`);
    const served = routes.map(nameOf).filter((name) => !/ \/(health|calendar)\//.test(name));
    expect(served.toSorted()).toEqual(contract.toSorted());
  });
});

/** The beginning of an answer that may have no end. */
const begun = (call: Test): Promise<{ status: number }> =>
  new Promise((resolve, reject) => {
    call
      .buffer(false)
      .parse((response, done) => {
        const stream = response as unknown as IncomingMessage;
        resolve({ status: stream.statusCode ?? 0 });
        // Its server is closed after the call, which waits for every connection.
        stream.destroy();
        done(null, null);
      })
      .then(resolve, reject);
  });

describe.each(Object.entries(PERMITTED))('%s', (name, permitted) => {
  const [method, path] = name.split(' ') as ['GET' | 'POST' | 'PUT' | 'DELETE', string];
  // Nothing here exists and no body is right, so whoever is let in is answered 2xx, 400 or 404, and nothing is changed.
  const address = path.replace(':reference', '00000-00000').replace(':id', crypto.randomUUID());
  const call = async (who: Pick<StaffDesk['officer'], 'get' | 'post' | 'put' | 'delete'>) => {
    if (path === STAFF_PATHS.events.path) return begun(who.get(address));
    if (method === 'GET') return who.get(address);
    if (method === 'DELETE') return who.delete(address);
    return method === 'POST' ? who.post(address, { unknown: true }) : who.put(address, { unknown: true });
  };

  it('answers nobody with 401, unless it is public', async () => {
    const { status } = await call(staff.nobody);
    expect(status === 401).toBe(permitted !== 'public');
    expect([200, 400, 401, 404]).toContain(status);
  });

  it.each(STAFF_ROLES)('lets %s in or answers 403, as permitted', async (role) => {
    const somebody = await staff.signIn(role, `${role}-${crypto.randomUUID()}`);
    const answer = await call(somebody);
    const mayCall = permitted === 'public' || permitted.includes(role);
    expect(answer.status === 403).toBe(!mayCall);
    expect([200, 201, 204, 400, 403, 404]).toContain(answer.status);
  });
});

describe('an address written in another way', () => {
  it.each(['/API/V1/REQUESTS', '/api/v1/requests/', '//api/v1/requests', '/api/v1/./requests', '/api/v1%2Frequests'])(
    '%s opens nothing to nobody',
    async (address) => {
      const { status } = await staff.nobody.get(address);
      expect([401, 404]).toContain(status);
    },
  );
});
