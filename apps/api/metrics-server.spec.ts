import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '#persistence/embedded/free-port';
import { openDesk, type TestDesk } from '#test/support/desk';
import { serveMetrics } from './metrics-server.js';

let desk: TestDesk;
let stop: () => Promise<void>;
let origin: string;
beforeAll(async () => {
  desk = await openDesk();
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  stop = await serveMetrics(desk.database, port);
});
afterAll(async () => {
  await stop();
  await desk.close();
});

describe('the metrics of the api', () => {
  it('tell Prometheus how the desk stands and how the process does', async () => {
    const answer = await fetch(`${origin}/metrics`);
    const text = await answer.text();
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(text).toMatch(/^artikla_effects_due\{queue="mail"\} 0$/m);
    expect(text).toMatch(/^process_cpu_seconds_total /m);
  });

  it('are the only thing on their port', async () => {
    expect((await fetch(`${origin}/api/v1/requests`)).status).toBe(404);
  });
});
