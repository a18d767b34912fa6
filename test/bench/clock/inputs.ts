import { Chance } from '#test/bench/chance';
import type { ClockEvent } from '#domain/clock/facts';

/** One case as the command `artikla clock` reads it. */
export interface ClockInput {
  readonly id: string;
  readonly regime: string;
  readonly country: string;
  readonly region?: string;
  readonly received: string;
  readonly events: readonly { readonly type: ClockEvent['type']; readonly at: string }[];
  readonly asOf: string;
}

const SEED = 20260205;
const FIRST_RECEIPT = Temporal.PlainDate.from('2024-01-01');
/** Five years of receipts, so that leap days, both sides of changed law and every weekday occur. */
const RECEIPT_DAYS = 5 * 366;

/** Where requests come from, and so by which law. The weights are ours: a European company with customers elsewhere. */
const PLACES: readonly (Pick<ClockInput, 'regime' | 'country' | 'region'> & { readonly weight: number })[] = [
  { weight: 25, regime: 'EU_GDPR', country: 'FI' },
  { weight: 15, regime: 'EU_GDPR', country: 'SE' },
  { weight: 15, regime: 'EU_GDPR', country: 'DE', region: 'DE-BY' },
  { weight: 10, regime: 'EU_GDPR', country: 'FR' },
  { weight: 5, regime: 'EU_GDPR', country: 'PT' },
  { weight: 10, regime: 'UK_GDPR', country: 'GB', region: 'GB-SCT' },
  { weight: 5, regime: 'US_CA_CCPA', country: 'US', region: 'US-CA' },
  { weight: 3, regime: 'US_VA_VCDPA', country: 'US', region: 'US-VA' },
  { weight: 3, regime: 'CH_FADP', country: 'CH', region: 'CH-ZH' },
  { weight: 2, regime: 'BR_LGPD', country: 'BR' },
  { weight: 2, regime: 'CA_QC_L25', country: 'CA', region: 'CA-QC' },
  { weight: 2, regime: 'NZ_PA', country: 'NZ' },
  { weight: 1, regime: 'KR_PIPA', country: 'KR' },
];

type Happening = readonly [type: ClockEvent['type'], day: number];

/** What happened to a request, by the day after receipt on which it did. Most requests are simply answered. */
const STORIES: readonly { readonly weight: number; readonly events: readonly Happening[] }[] = [
  { weight: 40, events: [] },
  { weight: 20, events: [['answered', 24]] },
  {
    weight: 12,
    events: [
      ['identity_requested', 3],
      ['identity_confirmed', 11],
    ],
  },
  { weight: 6, events: [['identity_requested', 5]] },
  {
    weight: 6,
    events: [
      ['clarification_requested', 8],
      ['clarified', 20],
      ['answered', 35],
    ],
  },
  { weight: 8, events: [['extended', 18]] },
  { weight: 2, events: [['extended', 70]] },
  {
    weight: 4,
    events: [
      ['identity_requested', 2],
      ['identity_confirmed', 9],
      ['extended', 25],
      ['answered', 80],
    ],
  },
  { weight: 2, events: [['refused', 20]] },
  {
    weight: 2,
    events: [
      ['fee_requested', 4],
      ['fee_paid', 12],
    ],
  },
];

/** The same mix in every run. */
export const clockInputs = (count: number): readonly ClockInput[] => {
  const chance = new Chance(SEED);
  return Array.from({ length: count }, (_, index) => {
    const { weight: _weight, ...place } = chance.pick(PLACES);
    const received = FIRST_RECEIPT.add({ days: chance.below(RECEIPT_DAYS) });
    const on = (day: number) => received.add({ days: day }).toString();
    return {
      id: `B${index}`,
      ...place,
      received: received.toString(),
      events: chance.pick(STORIES).events.map(([type, day]) => ({ type, at: on(day) })),
      asOf: on(90 + chance.below(30)),
    };
  });
};
