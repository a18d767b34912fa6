/** A handler's failure by code: what an officer is shown and what decides about another attempt. Never personal. */
export class EffectFailure extends Error {
  /** `retry` false when another attempt cannot help: the effect is dead at once and an officer sees it. */
  constructor(
    readonly code: string,
    readonly retry = true,
  ) {
    super(code);
    this.name = 'EffectFailure';
  }
}
