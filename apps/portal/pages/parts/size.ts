import type { Language } from '#domain/language';
import { LOCALES } from '#texts/locales';

/** The units of file size that people meet, with the bytes each holds (SI, as the unit names in Intl). */
const UNITS = [
  ['gigabyte', 1e9],
  ['megabyte', 1e6],
  ['kilobyte', 1e3],
] as const;

/** A size in the largest unit that gives at least one; less than a kilobyte is shown as one. */
export const formatSize = (bytes: number, language: Language): string => {
  const [unit, inUnit] = UNITS.find(([, size]) => bytes >= size) ?? UNITS[2];
  return new Intl.NumberFormat(LOCALES[language], { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    Math.max(bytes / inUnit, 1),
  );
};
