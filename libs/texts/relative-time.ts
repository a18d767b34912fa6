import type { Language } from '#domain/language';
import { LOCALES } from './locales.js';

const MINUTE = 60_000;
const UNITS = [
  ['minute', MINUTE],
  ['hour', 60 * MINUTE],
  ['day', 24 * 60 * MINUTE],
] as const;

/** How long ago something was, such as "2 minutes ago". `milliseconds`: at least a minute, or it is told as one. */
export const formatAgo = (milliseconds: number, language: Language): string => {
  const [unit, length] = UNITS.findLast(([, of]) => milliseconds >= of) ?? UNITS[0];
  const count = Math.max(1, Math.floor(milliseconds / length));
  return new Intl.RelativeTimeFormat(LOCALES[language], { numeric: 'always' }).format(-count, unit);
};
