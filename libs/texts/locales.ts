import type { Language } from '#domain/language';

/**
 * The regional forms people in Finland expect: sv-SE would write ISO numerals, and en-FI has no settled forms in ICU
 * (screens, table 3.12).
 */
export const LOCALES = { fi: 'fi-FI', sv: 'sv-FI', en: 'en-GB' } as const satisfies Record<Language, string>;
