/** The unit in which an age is told, largest first, in seconds. */
const UNITS = [
  ['days', 86_400],
  ['hours', 3600],
  ['minutes', 60],
  ['seconds', 1],
] as const;

export interface Age {
  readonly unit: (typeof UNITS)[number][0];
  readonly count: number;
}

/** An age in its largest whole unit; null when there is none. */
export const ageOf = (seconds: number): Age | null => {
  for (const [unit, length] of UNITS) {
    if (seconds >= length) return { unit, count: Math.floor(seconds / length) };
  }
  return null;
};
