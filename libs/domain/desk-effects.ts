import { EFFECT_RULES, type EffectRule } from './request/effects.js';

/** What the desk does on its own behalf, about no single request. `user` is a member of staff, `on` a civil date. */
export interface DeskEffectData {
  digest: { readonly user: string; readonly on: string };
  alarm: { readonly about: 'missing-reminders'; readonly on: string; readonly references: readonly string[] };
}

export type DeskEffectKind = keyof DeskEffectData;

/** Worth little when they come an hour after the outage that held them back. */
const URGENT = { first: 5, longest: 900 } as const;

export const DESK_EFFECT_RULES = {
  digest: { queue: 'mail', retry: URGENT, timeout: 300, irreversible: false },
  alarm: { queue: 'mail', retry: URGENT, timeout: 300, irreversible: false },
} as const satisfies Record<DeskEffectKind, EffectRule>;

/** Every kind of effect there is, of requests and of the desk. */
export const ALL_EFFECT_RULES = { ...EFFECT_RULES, ...DESK_EFFECT_RULES };
