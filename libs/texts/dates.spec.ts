import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type Language } from '#domain/language';
import { formatDate, formatDateRange, formatInstant, type DateStyle } from '#texts/dates';
import { formatNumber } from '#texts/numbers';

const WEDNESDAY = '2026-12-09';

const TABLE: Record<Language, Record<DateStyle | 'table with year', string>> = {
  fi: {
    table: 'ke 9.12.',
    'table with year': 'ke 9.12.2026',
    numeric: '9.12.2026',
    sentence: 'keskiviikkona 9. joulukuuta 2026',
    long: '9. joulukuuta 2026',
  },
  sv: {
    table: 'ons 9 dec.',
    'table with year': 'ons 9 dec. 2026',
    numeric: '9.12.2026',
    sentence: 'onsdag 9 december 2026',
    long: '9 december 2026',
  },
  en: {
    table: 'Wed 9 Dec',
    'table with year': 'Wed 9 Dec 2026',
    numeric: '9 Dec 2026',
    sentence: 'Wednesday 9 December 2026',
    long: '9 December 2026',
  },
};

const plainSpaces = (text: string): string => text.replace(/\s/gu, ' ');

describe('dates as the table of screens has them', () => {
  it.each(LANGUAGES)('writes a civil date in %s', (language) => {
    const { 'table with year': tableWithYear, ...styles } = TABLE[language];
    for (const [style, text] of Object.entries(styles)) {
      expect(formatDate(WEDNESDAY, language, style as DateStyle)).toBe(text);
    }
    expect(formatDate(WEDNESDAY, language, 'table', { year: true })).toBe(tableWithYear);
  });

  it('takes a Temporal.PlainDate as well as its text', () => {
    expect(formatDate(Temporal.PlainDate.from(WEDNESDAY), 'fi', 'numeric')).toBe('9.12.2026');
  });

  it('keeps every day of a leap year', () => {
    const days = Array.from({ length: 366 }, (_, day) => Temporal.PlainDate.from('2028-01-01').add({ days: day }));
    expect(days.map((day) => formatDate(day, 'fi', 'numeric'))).toEqual(
      days.map(({ day, month, year }) => `${day}.${month}.${year}`),
    );
  });

  it('refuses what is no date', () => {
    expect(() => formatDate('soon', 'en', 'long')).toThrow(RangeError);
  });

  it.each([
    ['fi', '30.10.–9.11.2026'],
    ['sv', '30 okt.–9 nov. 2026'],
    ['en', '30 Oct – 9 Nov 2026'],
  ] as const)('writes a range in %s', (language, text) => {
    expect(plainSpaces(formatDateRange('2026-10-30', '2026-11-09', language))).toBe(text);
  });
});

describe('instants', () => {
  it.each([
    ['fi', '9.12. klo 10.05'],
    ['sv', '9 dec. 10.05'],
    ['en', '9 Dec, 10:05'],
  ] as const)('are written in %s with the time of the controller', (language, text) => {
    expect(formatInstant('2026-12-09T08:05:00Z', 'Europe/Helsinki', language)).toBe(text);
  });

  it('fall on the day it is where the controller is', () => {
    const lateEvening = Temporal.Instant.from('2026-12-31T22:30:00.123456789Z');
    expect(formatInstant(lateEvening, 'Europe/Helsinki', 'en', { year: true })).toBe('1 Jan 2027, 00:30');
    expect(formatInstant(lateEvening, 'Europe/London', 'en', { year: true })).toBe('31 Dec 2026, 22:30');
  });
});

describe('numbers', () => {
  it.each([
    ['fi', '9 764,5'],
    ['sv', '9 764,5'],
    ['en', '9,764.5'],
  ] as const)('are written in %s', (language, text) => {
    expect(plainSpaces(formatNumber(9764.5, language))).toBe(text);
  });
});
