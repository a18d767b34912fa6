import { useMemo } from 'react';
import { LOCALES } from '#texts/locales';
import { formatNumber } from '#texts/numbers';
import { useTexts, usePageTexts, type TextsOf, type Texts } from '../app/texts.js';
import { useSession } from '../session/session-context.js';

export interface ReportWords {
  readonly t: TextsOf<'reports'>['t'];
  /** The words that every page speaks. */
  readonly common: Texts['t'];
  readonly number: (value: number) => string;
  /** "98.1%", or a dash where there is no share. */
  readonly percent: (share: number | null) => string;
  /** "Nov 2026"; the current month says that it is not over. */
  readonly month: (month: string) => string;
  /** "Nov": for the foot of a column. */
  readonly shortMonth: (month: string) => string;
}

/** What reports are written with, in the reader's language. */
export const useReportWords = (): ReportWords => {
  const { t, language } = usePageTexts('reports');
  const { t: common } = useTexts();
  const { today } = useSession();
  return useMemo(() => {
    const locale = LOCALES[language];
    const long = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' });
    const short = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
    const dateOf = (month: string): Date => new Date(`${month}-01T00:00:00Z`);
    const number = (value: number): string => formatNumber(value, language);
    return {
      t,
      common,
      number,
      percent: (share) => (share === null ? '–' : t('reports.percent', { number: number(share) })),
      month: (month) => {
        const name = long.format(dateOf(month));
        return today.startsWith(month) ? t('reports.soFar', { month: name }) : name;
      },
      shortMonth: (month) => short.format(dateOf(month)),
    };
  }, [t, common, language, today]);
};
