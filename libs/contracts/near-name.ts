/** Letters to change, add or drop so that one word becomes the other (Levenshtein 1966). */
const distance = (from: string, to: string): number => {
  let costs = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    let left = row + 1;
    costs = costs.map((above, column) => {
      if (column === 0) return left;
      const diagonal = (costs[column - 1] ?? 0) + (letter === to[column - 1] ? 0 : 1);
      left = Math.min(above + 1, left + 1, diagonal);
      return left;
    });
  }
  return costs.at(-1) ?? 0;
};

/** The first name that differs from what was typed by no more than two letters: what was probably meant. */
export const nearName = <Name extends string>(typed: string, names: readonly Name[]): Name | undefined =>
  names.find((name) => name !== typed && distance(typed, name) <= 2);
