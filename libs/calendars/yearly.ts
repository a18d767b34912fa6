/** Works each year out once, when it is first asked for. */
export const yearly = <T extends object>(workOut: (year: number) => T): ((year: number) => T) => {
  const known = new Map<number, T>();
  return (year) => {
    const before = known.get(year);
    if (before !== undefined) return before;
    const made = workOut(year);
    known.set(year, made);
    return made;
  };
};
