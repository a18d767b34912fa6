import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noteJump } from '#persistence/clock-watermark-rows';
import { openCommandDesk, runCommand, type CommandDesk } from '#test/support/command';

const NOON = Date.UTC(2026, 10, 23, 12);

let desk: CommandDesk;
beforeAll(async () => {
  desk = await openCommandDesk();
});
afterAll(() => desk.close());

const accept = () => runCommand(['clock-jump', 'accept'], desk.env);

describe('artikla clock-jump accept', () => {
  it('lets what waits for the clock go on, once', async () => {
    await noteJump(desk.database, { direction: 'behind', expected: NOON, seen: NOON - 3_600_000 });
    const doctor = await runCommand(['doctor'], desk.env);
    expect(doctor.printed.find((line) => line.includes('fell behind'))).toContain(
      'it showed 2026-11-23T11:00:00.000Z, expected was 2026-11-23T12:00:00.000Z',
    );
    expect(await accept()).toMatchObject({
      code: 0,
      printed: ['The clock counts from here; what waited for it goes on.'],
    });
    expect(await accept()).toMatchObject({
      code: 0,
      printed: ['The clock is believed already; nothing waits for it.'],
    });
    expect(await desk.database.query('select ended_by from artikla.clock_jump')).toEqual([{ ended_by: 'operator' }]);
  });
});
