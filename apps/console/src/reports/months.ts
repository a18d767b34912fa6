/** Every month from that of `from` to that of `to`, `2026-11` each, so that a month without anything is shown too. */
export const monthsBetween = (from: string, to: string): readonly string[] => {
  const months: string[] = [];
  const month = new Date(`${from.slice(0, 7)}-01T00:00:00Z`);
  while (month.toISOString().slice(0, 7) <= to.slice(0, 7)) {
    months.push(month.toISOString().slice(0, 7));
    month.setUTCMonth(month.getUTCMonth() + 1);
  }
  return months;
};
