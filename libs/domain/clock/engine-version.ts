/** Names the rules and the arithmetic. It changes whenever a rule or a date that they give changes. */
export const ENGINE_VERSION = '2026-11-22.1';
