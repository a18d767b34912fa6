import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { computeDeadlines } from '#domain/clock/deadlines';
import { ENGINE_VERSION } from '#domain/clock/engine-version';
import type { ClockEvent } from '#domain/clock/facts';
import { REGIMES, rulePackFor, RULES_OF_REGIMES } from '#domain/clock/rule-packs';
import { requestTypeOf, RIGHTS } from '#domain/law/rights';
import { holidaysOn } from '#test/support/clock';

const calendar = holidaysOn('2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-12-25', '2027-01-01');

/** What can happen to a clock, by days after receipt. */
const STORIES: readonly (readonly [type: ClockEvent['type'], after: number, more?: Partial<ClockEvent>])[][] = [
  [],
  [['extended', 20]],
  [['extended', 20, { until: '2026-11-30' }]],
  [['extended', 60]],
  [
    ['identity_requested', 2],
    ['identity_confirmed', 9],
  ],
  [
    ['clarification_requested', 4],
    ['clarified', 8, { sufficient: false }],
    ['clarified', 12],
    ['extended', 13],
  ],
  [
    ['fee_requested', 3],
    ['fee_paid', 6],
  ],
  [
    ['identity_requested', 1],
    ['clarification_requested', 5],
    ['fee_requested', 6],
  ],
  [['refused', 10]],
  [['answered', 50]],
];

const RECEIPTS = ['2025-12-08', '2026-01-31', '2026-02-04', '2026-02-05', '2026-03-05', '2026-08-31'];
const REQUEST_TYPES = ['access', 'opt_out', 'simplified'];

function* goldenDates() {
  for (const regime of REGIMES) {
    for (const requestType of REQUEST_TYPES) {
      for (const receivedOn of RECEIPTS) {
        const received = Temporal.PlainDate.from(receivedOn);
        const rules = rulePackFor(regime, { receivedOn, requestType });
        for (const story of STORIES) {
          const events = story.map(([type, days, more]) => ({ type, on: received.add({ days }).toString(), ...more }));
          yield computeDeadlines({ receivedOn, events }, calendar, rules, received.add({ days: 70 }));
        }
      }
    }
  }
}

/** By which rules of a law the rights of a request are counted, alone and two together. */
const goldenTypes = RIGHTS.flatMap((one) => RIGHTS.map((other) => requestTypeOf([one, other]) ?? 'general'));

const digestOf = (values: Iterable<unknown>): string => {
  const hash = createHash('sha256');
  for (const value of values) hash.update(JSON.stringify(value));
  return hash.digest('hex').slice(0, 16);
};

/** Kept requests name the version that counted them: neither may change under the same name. */
describe('the engine version', () => {
  it('names these rules and these dates: when either differs, give it a new name and note the digests', () => {
    expect({ [ENGINE_VERSION]: [digestOf([RULES_OF_REGIMES, goldenTypes]), digestOf(goldenDates())] }).toEqual({
      '2026-11-23.01': ['ef5367fa1685aeae', 'a06fce080f83ac49'],
    });
  });
});
