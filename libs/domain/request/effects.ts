/**
 * What the desk does in the world, by name. An effect is a row that stays pending until its result is committed; a
 * BullMQ job is only a cursor to it (durability, section 2).
 */
export const QUEUES = ['verification', 'fulfilment', 'response', 'mail'] as const;

export type QueueName = (typeof QUEUES)[number];

export interface EffectData {
  'locate-person': Record<never, never>;
  'run-task': { readonly task: string };
  'build-package': { readonly right: string };
  'send-letter': {
    readonly letter: string;
    readonly to: 'claimed' | 'on_file' | 'delivery';
    readonly right?: string;
    /** Which of the messages in an officer's own words; missing in what was planned before they could be taken back. */
    readonly message?: number;
  };
  /** `about` is missing in what was planned before it existed. */
  remind: { readonly reminder: string; readonly kind: string; readonly on: string; readonly about?: string };
  alert: { readonly about: 'disowned' };
}

export type EffectKind = keyof EffectData;

/**
 * How an effect is tried again: waits that double. There is no last attempt; what another attempt can mend is tried for as
 * long as its request wants it, because an outage of a weekend must not cost a statutory date.
 */
export interface RetryPolicy {
  /** Seconds before the second attempt. */
  readonly first: number;
  /** No wait is longer, in seconds. */
  readonly longest: number;
}

export interface EffectRule {
  readonly queue: QueueName;
  readonly retry: RetryPolicy;
  /** Seconds after which an attempt that has not ended counts as failed: what hangs keeps nobody waiting. */
  readonly timeout: number;
  /** Reaches a person or changes their data for good: not done while nobody knows what time it is (adr 13). */
  readonly irreversible: boolean;
}

const HOUR = 3600;
const QUARTER = 900;

/** Warnings to staff are worth little when they come an hour after the outage that held them back. */
const URGENT = { first: 5, longest: QUARTER } as const satisfies RetryPolicy;
const PATIENT = { first: 5, longest: HOUR } as const satisfies RetryPolicy;

/** A timeout is longer than those of what the effect talks to, which can say better what went wrong. */
export const EFFECT_RULES = {
  'locate-person': { queue: 'verification', retry: PATIENT, timeout: 120, irreversible: false },
  'run-task': { queue: 'fulfilment', retry: PATIENT, timeout: 600, irreversible: true },
  'build-package': { queue: 'response', retry: PATIENT, timeout: 600, irreversible: false },
  'send-letter': { queue: 'mail', retry: PATIENT, timeout: 300, irreversible: true },
  remind: { queue: 'mail', retry: URGENT, timeout: 300, irreversible: false },
  alert: { queue: 'mail', retry: URGENT, timeout: 300, irreversible: false },
} as const satisfies Record<EffectKind, EffectRule>;

/** An effect asked for by an event. `name` is unique among the effects of that event; `dueAt` null means at once. */
export type PlannedEffect = {
  [K in EffectKind]: {
    readonly kind: K;
    readonly name: string;
    readonly data: EffectData[K];
    readonly dueAt: string | null;
  };
}[EffectKind];
