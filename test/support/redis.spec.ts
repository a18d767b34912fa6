import { expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { startRedis } from '#test/support/redis';

it('a Redis for tests forgets when flushed or killed, and comes back on the same port', async () => {
  const server = await startRedis();
  const client = new Redis(server.url);
  client.on('error', () => undefined);
  expect(await client.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);

  await client.set('remembered', 'yes');
  await server.flush();
  expect(await client.get('remembered')).toBeNull();

  await client.set('remembered', 'yes');
  await server.kill();
  await server.restart();
  expect(await client.get('remembered')).toBeNull();

  client.disconnect();
  await server.stop();
});
