import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { openStaffDesk } from '#test/support/staff';
import { leave } from './leave.js';

it('a process that is stopped says so first, answers who still comes, and then closes', async () => {
  const staff = await openStaffDesk();
  const server = staff.app.getHttpServer() as Server;
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const statusOf = async (path: string): Promise<number> => (await fetch(origin + path)).status;
  expect(await statusOf('/health/ready')).toBe(200);
  const left = leave(staff.app);
  expect(await (await fetch(`${origin}/health/ready`)).json()).toMatchObject({
    code: 'not-ready',
    errors: [{ path: 'process', message: 'The process is stopping.' }],
  });
  expect(await statusOf('/health/live')).toBe(200);
  expect(await statusOf('/api/v1/session')).toBe(401);
  await left;
  await expect(fetch(origin)).rejects.toThrow('fetch failed');
  await staff.close();
});
