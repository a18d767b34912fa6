/** Per cent with one decimal, null of nothing. Never rounded up to 100: one late request among many stays visible. */
export const shareOf = (part: number, whole: number): number | null => {
  if (whole === 0) return null;
  const share = Math.round((part / whole) * 1000) / 10;
  return part < whole ? Math.min(share, 99.9) : share;
};
