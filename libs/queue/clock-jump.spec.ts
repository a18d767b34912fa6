import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { acceptClock } from '#persistence/clock-watermark-rows';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { pileAlerts, startEngine, type TestEngine } from '#test/support/engine';
import { eventually } from '#test/support/whole-desk';

let desk: TestDesk;
let requestId: string;
let engine: TestEngine;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  ({ requestId } = await fileRequest(desk, ['access']));
  await desk.database.query('delete from effect');
});
afterEach(() => engine.close());

const planLetter = () =>
  desk.database.query(
    `insert into effect (id, request_id, kind, queue, data, due_at)
     values ($1 || '/letter', $1::uuid, 'send-letter', 'mail', '{"letter": "acknowledgement", "to": "claimed"}', artikla.now())`,
    [requestId],
  );

const over = (kind: string) =>
  eventually(`${kind} to be over`, async () => {
    const rows = await desk.database.query(
      `select from effect where request_id = $1 and kind = $2 and state <> 'pending'`,
      [requestId, kind],
    );
    return rows.length > 0 ? true : undefined;
  });

describe('an engine whose database has shown a later time before', () => {
  it('warns staff, sends nobody a letter, and sends it once somebody has found the clock right', async () => {
    let letters = 0;
    await desk.database.query(`update artikla.clock_watermark set mark = clock_timestamp() + interval '1 day'`);
    await planLetter();
    await pileAlerts(desk, requestId, requestId, 1);
    engine = await startEngine(desk, {
      redisUrl: null,
      handlers: {
        alert: () => Promise.resolve(null),
        'send-letter': () => {
          letters += 1;
          return Promise.resolve(null);
        },
      },
    });
    await over('alert');
    // Two sweeps, in which the letter would have left.
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(letters).toBe(0);
    expect(await desk.database.query(`select offers, attempts from effect where kind = 'send-letter'`)).toEqual([
      { offers: 0, attempts: 0 },
    ]);
    await acceptClock(desk.database, 'somebody');
    await over('send-letter');
    expect(letters).toBe(1);
  });
});
