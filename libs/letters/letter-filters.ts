import type { FilterImplOptions } from 'liquidjs';
import type { PostalAddress } from '#domain/controller-profile';
import type { Language, Localised } from '#domain/language';
import type { GroundId } from '#domain/law/grounds';
import type { Right } from '#domain/law/rights';
import type { LegalBasis } from '#domain/record-of-processing';
import { formatDate } from '#texts/dates';
import { translatorFor } from '#texts/load-messages';
import { formatNumber } from '#texts/numbers';
import type { DigestSection, ReminderCause } from './letter-parameters.js';

/** Only pages can be linked to: a `javascript:` or `data:` address is a defect and stops the letter. */
const webAddress = (link: string): string => {
  const url = new URL(link);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new TypeError('a letter links to web pages only');
  return url.href;
};

/** What templates can do with a value besides printing it, in one language. */
export const letterFilters = (language: Language): Readonly<Record<string, FilterImplOptions>> => {
  const t = translatorFor(language);
  const counted = (count: number, atLeast: boolean) => `${formatNumber(count, language)}${atLeast ? '+' : ''}`;
  return {
    date_in_sentence: (date: string) => formatDate(date, language, 'sentence'),
    long_date: (date: string) => formatDate(date, language, 'long'),
    numeric_date: (date: string) => formatDate(date, language, 'numeric'),
    localised: (text: Localised) => text[language],
    web_address: webAddress,
    postal_address: ({ street, postalCode, city }: PostalAddress) => `${street}, ${postalCode} ${city}`,
    right_name: (right: Right) => t(`common.right.${right}`),
    right_in_plain_words: (right: Right) => t(`common.right.${right}.plain`),
    legal_basis: (basis: LegalBasis) => t(`common.legal_basis.${basis}`),
    ground: (ground: GroundId) => t(`common.ground.${ground}.letter`),
    reminder: ({ kind, date, count }: ReminderCause) =>
      t(`mail.reminder.${kind}`, { count, date: formatDate(date, language, 'sentence') }),
    digest_heading: (about: DigestSection['about'], count: number, atLeast: boolean) =>
      t(`mail.digest.${about}`, { count, shown: counted(count, atLeast) }),
    counted,
  };
};
