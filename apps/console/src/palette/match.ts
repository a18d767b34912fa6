/** Letters as they are looked for: without accents and case, so that "maaraaika" finds "Määräaika". */
const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** Worst of all matches; with every word at its best place a text is 0. */
const INSIDE = 2;
const BEGINS = 1;

const rankOfWord = (typed: string, words: readonly string[]): number | null => {
  if (words.includes(typed)) return 0;
  if (words.some((word) => word.startsWith(typed))) return BEGINS;
  return words.some((word) => word.includes(typed)) ? INSIDE : null;
};

/**
 * How well a text fits what was typed: every typed word must stand in it, in any order. The smaller the better, null where
 * it does not fit.
 */
export const rankOf = (typed: string, text: string): number | null => {
  const words = wordsOf(text);
  const ranks = wordsOf(typed).map((word) => rankOfWord(word, words));
  return ranks.includes(null) ? null : ranks.reduce<number>((sum, rank) => sum + (rank ?? 0), 0);
};

/** Those that fit, the best first, otherwise in their order. */
export const bestOf = <Item extends { readonly label: string; readonly hint?: string | undefined }>(
  typed: string,
  items: readonly Item[],
): readonly Item[] =>
  items
    .map((item) => ({ item, rank: rankOf(typed, `${item.label} ${item.hint ?? ''}`) }))
    .filter(({ rank }) => rank !== null)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ item }) => item);

/**
 * A reference in its printed form if what was typed can be one, else null; the server knows whether there is one. Without a
 * figure or the hyphen it is more likely a word.
 */
export const referenceIn = (typed: string): string | null => {
  if (!/[\d-]/.test(typed)) return null;
  const symbols = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(symbols) ? `${symbols.slice(0, 5)}-${symbols.slice(5)}` : null;
};
