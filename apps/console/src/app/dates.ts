import { useMemo } from 'react';
import type { CivilDate, InstantText } from '#domain/time-source';
import { formatDate, formatInstant } from '#texts/dates';
import { useSession } from '../session/session-context.js';
import { useTexts } from './texts.js';

export interface Dates {
  /** "Wed 9 Dec", with the year when it is not the current one. */
  readonly short: (date: CivilDate) => string;
  /** "9 Dec 2026". */
  readonly numeric: (date: CivilDate) => string;
  /** "Wednesday 9 December 2026"; in Finnish the essive, so only inside sentences. */
  readonly inSentence: (date: CivilDate) => string;
  /** "9 December 2026". */
  readonly long: (date: CivilDate) => string;
  /** "Wed 9 Dec 2026". */
  readonly withWeekday: (date: CivilDate) => string;
  /** "9 Dec, 10:05" where the controller is. */
  readonly moment: (instant: InstantText) => string;
}

const yearOf = (date: string): string => date.slice(0, 4);

/** Dates in the reader's language, seen from the desk's date. */
export const useDates = (): Dates => {
  const { language } = useTexts();
  const { today, timeZone } = useSession();
  return useMemo(
    () => ({
      short: (date) => formatDate(date, language, 'table', { year: yearOf(date) !== yearOf(today) }),
      numeric: (date) => formatDate(date, language, 'numeric'),
      inSentence: (date) => formatDate(date, language, 'sentence'),
      long: (date) => formatDate(date, language, 'long'),
      withWeekday: (date) => formatDate(date, language, 'table', { year: true }),
      moment: (instant) => formatInstant(instant, timeZone, language, { year: yearOf(instant) !== yearOf(today) }),
    }),
    [language, today, timeZone],
  );
};
