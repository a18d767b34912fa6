import type { RegisterInScope } from '#domain/request/events';

/** Three systems of a small company. */
export const REGISTERS: readonly RegisterInScope[] = [
  { id: 'customers', dataClass: 'basic', capabilities: ['collect', 'plan_erasure', 'erase'] },
  { id: 'calls', dataClass: 'communications', capabilities: ['collect', 'plan_erasure', 'erase'] },
  { id: 'marketing', dataClass: 'basic', capabilities: ['collect', 'suppress_marketing'] },
];
