/**
 * Measures each contestant `repeats` times, taking turns: a machine that slows down half-way slows all of them. Every
 * other round goes backwards, so that nobody always runs after the same neighbour.
 */
export const takeTurns = async <Name extends string, Sample>(
  contestants: readonly Name[],
  repeats: number,
  measure: (contestant: Name, round: number) => Promise<Sample>,
): Promise<Map<Name, Sample[]>> => {
  const samples = new Map<Name, Sample[]>(contestants.map((name) => [name, []]));
  for (let round = 0; round < repeats; round += 1) {
    const order = round % 2 === 0 ? contestants : contestants.toReversed();
    for (const name of order) samples.get(name)?.push(await measure(name, round));
  }
  return samples;
};
