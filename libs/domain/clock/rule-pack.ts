import type { ClockEventType } from './facts.js';

/** Where a number comes from. `rule` names it in steps and texts (`clock.rule.<rule>`), `citation` is as printed. */
export interface Source {
  readonly rule: string;
  readonly citation: string;
}

/** Months end on the same date number, or on the last day of a shorter month; days are simply added. */
export type PeriodUnit = 'month' | 'day' | 'working_day';

export interface Period {
  readonly length: number;
  readonly unit: PeriodUnit;
  readonly source: Source;
}

export type PauseReason = 'identity' | 'clarification';

/** The clock stands still from the question to the first sufficient answer to it. */
export interface PauseRule {
  readonly reason: PauseReason;
  readonly asked: ClockEventType;
  readonly answered: ClockEventType;
  readonly source: Source;
}

/** A regime's clock as data. A new regime is a new row; the engine never asks which regime it counts. */
export interface RulePack {
  /** Receipt starts the clock, and the day of receipt is not counted. */
  readonly start: Source;
  readonly answer: Period;
  /** Granted once. `total` is counted from receipt, never from the first due date. Null where the law has none. */
  readonly extension: { readonly total: Period; readonly noticeWithin: Period; readonly source: Source } | null;
  readonly pauses: readonly PauseRule[];
  /** Moves a last day that is not a working day to the next one. Null where the law does not. */
  readonly roll: Source | null;
  /** The limit for saying no, with reasons. `extendable` when an extension moves it too. */
  readonly refusal: { readonly within: Period; readonly extendable: boolean };
  /** The limit for confirming receipt. Null where the law asks for none. */
  readonly acknowledge: Period | null;
}

const EVENT_DAY: Source = { rule: 'reg-1182-71-3-1', citation: 'Reg. (EEC, Euratom) 1182/71 art. 3(1) subpara. 2' };
const MONTH_END: Source = { rule: 'reg-1182-71-3-2-c', citation: 'Reg. (EEC, Euratom) 1182/71 art. 3(2)(c)' };
const WORKING_DAY: Source = { rule: 'reg-1182-71-3-4', citation: 'Reg. (EEC, Euratom) 1182/71 art. 3(4)' };

/** How long each period is stands beside the number; that it ends on the same date number is art. 3(2)(c). */
export const RULE_PACKS = {
  EU_GDPR: {
    start: EVENT_DAY,
    // GDPR art. 12(3), first sentence: within one month of receipt.
    answer: { length: 1, unit: 'month', source: MONTH_END },
    extension: {
      // GDPR art. 12(3), second sentence: two further months, so three from receipt.
      total: { length: 3, unit: 'month', source: MONTH_END },
      // GDPR art. 12(3), third sentence: the person is told within one month of receipt, with reasons.
      noticeWithin: { length: 1, unit: 'month', source: MONTH_END },
      source: { rule: 'gdpr-12-3', citation: 'GDPR art. 12(3)' },
    },
    pauses: [
      {
        reason: 'identity',
        asked: 'identity_requested',
        answered: 'identity_confirmed',
        source: { rule: 'gdpr-12-6', citation: 'GDPR art. 12(6); EDPB Guidelines 01/2022, section 5.3' },
      },
      {
        reason: 'clarification',
        asked: 'clarification_requested',
        answered: 'clarified',
        source: { rule: 'gdpr-recital-63', citation: 'GDPR recital 63; EDPB Guidelines 01/2022, section 5.3' },
      },
    ],
    roll: WORKING_DAY,
    // GDPR art. 12(4): within one month of receipt; the paragraph knows no extension.
    refusal: { within: { length: 1, unit: 'month', source: MONTH_END }, extendable: false },
    // Art. 12 asks for no confirmation of receipt.
    acknowledge: null,
  },
} as const satisfies Record<string, RulePack>;

export type Regime = keyof typeof RULE_PACKS;
