import { COUNTED_UP_TO } from '#contracts/counted-up-to';
import type { Language } from '#domain/language';
import { formatNumber } from '#texts/numbers';

/** A count as the server gives it: it stops counting somewhere, and then it means "at least". */
export const countText = (count: number, language: Language): string =>
  count < COUNTED_UP_TO ? formatNumber(count, language) : `${formatNumber(COUNTED_UP_TO, language)}+`;
