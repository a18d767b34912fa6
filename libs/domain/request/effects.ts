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
  'send-letter': { readonly letter: string; readonly to: 'claimed' | 'on_file' | 'delivery'; readonly right?: string };
  /** `about` is missing in what was planned before it existed. */
  remind: { readonly reminder: string; readonly kind: string; readonly on: string; readonly about?: string };
  alert: { readonly about: 'disowned' };
}

export type EffectKind = keyof EffectData;

export interface EffectRule {
  readonly queue: QueueName;
  /** Seconds before the second attempt; doubled each time, at most an hour. */
  readonly backoffSeconds: number;
}

export const EFFECT_RULES = {
  'locate-person': { queue: 'verification', backoffSeconds: 5 },
  'run-task': { queue: 'fulfilment', backoffSeconds: 5 },
  'build-package': { queue: 'response', backoffSeconds: 5 },
  'send-letter': { queue: 'mail', backoffSeconds: 5 },
  remind: { queue: 'mail', backoffSeconds: 5 },
  alert: { queue: 'mail', backoffSeconds: 5 },
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
