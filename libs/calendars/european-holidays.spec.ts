import { describe, expect, it } from '@jest/globals';
import { loadCalendars } from '#calendars/calendars';

const calendars = await loadCalendars(process.cwd());

/** The public holidays of a year that fall on Monday to Friday; the others move no time limit. */
function weekdayHolidays(place: string, year: number): string {
  const calendar = calendars.of({ country: place.slice(0, 2), region: place.length > 2 ? place : undefined });
  const days: string[] = [];
  for (let day = Temporal.PlainDate.from({ year, month: 1, day: 1 }); day.year === year; day = day.add({ days: 1 })) {
    if (day.dayOfWeek < 6 && calendar.isPublicHoliday(day)) days.push(day.toString().slice(5));
  }
  return days.join(' ');
}

/** As the law of each state has them: Easter on 5 April, the Orthodox one on 12 April. */
describe('the public holidays of 2026 on weekdays', () => {
  it.each([
    ['AT', '01-01 01-06 04-06 05-01 05-14 05-25 06-04 10-26 12-08 12-25'],
    ['BE', '01-01 04-06 05-01 05-14 05-25 07-21 11-11 12-25'],
    ['BG', '01-01 03-03 04-10 04-13 05-01 05-06 09-22 12-24 12-25'],
    ['CY', '01-01 01-06 02-23 03-25 04-01 04-10 04-13 05-01 06-01 10-01 10-28 12-25'],
    ['CZ', '01-01 04-03 04-06 05-01 05-08 07-06 09-28 10-28 11-17 12-24 12-25'],
    ['DE', '01-01 04-03 04-06 05-01 05-14 05-25 12-25'],
    ['DK', '01-01 04-02 04-03 04-06 05-14 05-25 12-25'],
    ['EE', '01-01 02-24 04-03 05-01 06-23 06-24 08-20 12-24 12-25'],
    ['ES', '01-01 01-06 04-03 05-01 10-12 12-08 12-25'],
    ['FI', '01-01 01-06 04-03 04-06 05-01 05-14 12-25'],
    ['FR', '01-01 04-06 05-01 05-08 05-14 05-25 07-14 11-11 12-25'],
    ['GR', '01-01 01-06 02-23 03-25 04-10 04-13 05-01 06-01 10-28 12-25'],
    ['HR', '01-01 01-06 04-06 05-01 06-04 06-22 08-05 11-18 12-25'],
    ['HU', '01-01 04-03 04-06 05-01 05-25 08-20 10-23 12-25'],
    ['IE', '01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25'],
    ['IS', '01-01 04-02 04-03 04-06 04-23 05-01 05-14 05-25 06-17 08-03 12-25'],
    ['IT', '01-01 01-06 04-06 05-01 06-02 12-08 12-25'],
    ['LI', '01-01 01-06 02-02 03-19 04-03 04-06 05-01 05-14 05-25 06-04 09-08 12-08 12-25'],
    ['LT', '01-01 02-16 03-11 04-06 05-01 06-24 07-06 11-02 12-24 12-25'],
    ['LU', '01-01 04-06 05-01 05-14 05-25 06-23 12-25'],
    ['LV', '01-01 04-03 04-06 05-01 05-04 06-23 06-24 11-18 12-24 12-25 12-31'],
    ['MT', '01-01 02-10 03-19 03-31 04-03 05-01 06-29 09-08 09-21 12-08 12-25'],
    ['NL', '01-01 04-06 04-27 05-05 05-14 05-25 12-25'],
    ['NO', '01-01 04-02 04-03 04-06 05-01 05-14 05-25 12-25'],
    ['PL', '01-01 01-06 04-06 05-01 06-04 11-11 12-24 12-25'],
    ['PT', '01-01 04-03 05-01 06-04 06-10 10-05 12-01 12-08 12-25'],
    ['RO', '01-01 01-02 01-06 01-07 04-10 04-13 05-01 06-01 11-30 12-01 12-25'],
    ['SE', '01-01 01-06 04-03 04-06 05-01 05-14 12-25'],
    ['SI', '01-01 01-02 04-06 04-27 05-01 06-25 12-25'],
    ['SK', '01-01 01-06 04-03 04-06 05-01 12-24 12-25'],
    ['DE-BY', '01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 12-25'],
    ['DE-SN', '01-01 04-03 04-06 05-01 05-14 05-25 11-18 12-25'],
    ['CA-QC', '01-01 04-03 04-06 05-18 06-24 07-01 09-07 10-12 12-25'],
  ])('%s: %s', (place, days) => {
    expect(weekdayHolidays(place, 2026)).toBe(days);
  });
});

/** gov.uk/bank-holidays */
describe('the bank holidays of', () => {
  it.each([
    ['GB-ENG', 2022, '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27'],
    ['GB-ENG', 2023, '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26'],
    ['GB-ENG', 2024, '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26'],
    ['GB-ENG', 2025, '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
    ['GB-ENG', 2026, '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
    ['GB-ENG', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    ['GB-WLS', 2027, '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
    ['GB-SCT', 2026, '01-01 01-02 04-03 05-04 05-25 06-15 08-03 11-30 12-25 12-28'],
    ['GB-NIR', 2026, '01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28'],
  ])('%s in %s', (place, year, days) => {
    expect(weekdayHolidays(place, year)).toBe(days);
  });
});

describe('what changed, or is often taken wrongly', () => {
  const isHoliday = (place: string, date: string): boolean =>
    weekdayHolidays(place, Number(date.slice(0, 4))).includes(date.slice(5));

  it.each([
    ['Denmark kept Store Bededag until 2023', 'DK', '2023-05-05', true],
    ['and abolished it from 2024', 'DK', '2024-04-26', false],
    ["Saint Brigid's Day is the first Monday of February", 'IE', '2025-02-03', true],
    ['or 1 February when that is a Friday', 'IE', '2030-02-01', true],
    ['and not the Monday after it then', 'IE', '2030-02-04', false],
    ['Christmas Eve in Poland since 2025', 'PL', '2025-12-24', true],
    ['but not in 2024', 'PL', '2024-12-24', false],
    ['Midsummer Eve is no public holiday in Sweden', 'SE', '2026-06-19', false],
    ['nor is Christmas Eve', 'SE', '2026-12-24', false],
    ['Constitution Day is no day of rest in Slovakia from 2024', 'SK', '2025-09-01', false],
    ['Constitution Day is none in Denmark', 'DK', '2026-06-05', false],
    ['a holiday on a Sunday has no substitute in Germany', 'DE', '2027-12-27', false],
    ['4 May on a Sunday has one in Latvia', 'LV', '2025-05-05', true],
    ["King's Day on a Sunday is kept on the Saturday before it", 'NL', '2025-04-28', false],
    ['the first day of summer is never 18 April', 'IS', '2024-04-18', false],
    ['but the Thursday after it', 'IS', '2024-04-25', true],
    ['Green Monday follows the Orthodox Easter', 'CY', '2024-03-18', true],
    ['and the Tuesday after it is a working day', 'CY', '2024-03-19', false],
    ['Kataklysmos is a Monday', 'CY', '2024-06-24', true],
    ['26 December in Bulgaria', 'BG', '2025-12-26', true],
    ['the Friday after Ascension is no public holiday in Liechtenstein', 'LI', '2026-05-15', false],
    ['6 January in Romania since 2024', 'RO', '2025-01-06', true],
    ['but not in 2023', 'RO', '2023-01-06', false],
    ['2 July in Quebec when 1 July is a Sunday', 'CA-QC', '2029-07-02', true],
  ])('%s (%s, %s: %s)', (_rule, place, date, expected) => {
    expect(isHoliday(place, date)).toBe(expected);
  });
});
