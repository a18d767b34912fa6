/**
 * Names the rules and the arithmetic. It changes whenever a rule or a date that they give changes, and it sorts after all
 * that were before it: during an update processes tell by it which of them is the newer one.
 */
export const ENGINE_VERSION = '2026-11-23.01';
