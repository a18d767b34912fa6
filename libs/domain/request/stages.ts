/** The life of a right, and of the request it stands in. A stage is entered once; nobody goes back. */
export const STAGES = ['intake', 'verification', 'fulfilment', 'response', 'closed'] as const;

export type Stage = (typeof STAGES)[number];

/** The stage of a request is that of its least advanced open right; closed when none is open. */
export const leastAdvanced = (stages: readonly Stage[]): Stage =>
  STAGES.find((stage) => stage !== 'closed' && stages.includes(stage)) ?? 'closed';
