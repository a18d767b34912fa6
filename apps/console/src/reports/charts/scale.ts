/** A round number above `most` and how many steps lead to it, so that every line of a chart has a whole number. */
export const niceScale = (most: number): { readonly top: number; readonly ticks: readonly number[] } => {
  const wanted = Math.max(1, most);
  const power = 10 ** Math.floor(Math.log10(wanted / 4 || 1));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((size) => size * 4 >= wanted) ?? power);
  const count = Math.ceil(wanted / step);
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, tick) => tick * step) };
};

/** Where a scale of shares may begin: a small change among high shares must still be seen, and its numbers say so. */
const SHARE_FLOORS = [90, 80, 50, 0] as const;

/** Lines for shares in per cent, in five steps up to 100. */
export const shareTicks = (shares: readonly number[]): readonly number[] => {
  const least = Math.min(100, ...shares);
  const floor = SHARE_FLOORS.find((candidate) => candidate <= least) ?? 0;
  return Array.from({ length: 6 }, (_, tick) => floor + (tick * (100 - floor)) / 5);
};
