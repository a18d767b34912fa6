import { describe, expect, it } from '@jest/globals';
import { createWorkingCalendar } from '#calendars/working-calendar';
import { loadHolidayOverrides } from '#calendars/holiday-overrides';

const overrides = await loadHolidayOverrides(process.cwd());
const strict = createWorkingCalendar({ country: 'FI', policy: 'strict', overrides });
const courts = createWorkingCalendar({ country: 'FI', policy: 'fi-150-1930', overrides });

const SATURDAY = 6;

const dayIn = (year: number, month: number, day: number) => Temporal.PlainDate.from({ year, month, day });

/** Western Easter Sunday by the anonymous Gregorian algorithm. */
function easterOf(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * late + 114;
  return dayIn(year, Math.floor(days / 31), (days % 31) + 1);
}

/** "The Saturday following" a day: never that day itself. */
function saturdayAfter(date: Temporal.PlainDate): Temporal.PlainDate {
  const next = date.add({ days: 1 });
  return next.add({ days: (SATURDAY - next.dayOfWeek + 7) % 7 });
}

/** Every public holiday of Finland, straight from the statutes. */
const STATUTES: readonly { name: string; source: string; on: (year: number) => Temporal.PlainDate }[] = [
  { name: 'joulupäivä', source: 'Kirkkolaki 652/2023 1:6', on: (year) => dayIn(year, 12, 25) },
  { name: 'toinen joulupäivä', source: 'Kirkkolaki 652/2023 1:6', on: (year) => dayIn(year, 12, 26) },
  { name: 'uudenvuodenpäivä', source: 'Kirkkolaki 652/2023 1:6', on: (year) => dayIn(year, 1, 1) },
  { name: 'loppiainen', source: 'Kirkkolaki 652/2023 1:6', on: (year) => dayIn(year, 1, 6) },
  { name: 'pitkäperjantai', source: 'Kirkkolaki 652/2023 1:6', on: (year) => easterOf(year).subtract({ days: 2 }) },
  { name: 'pääsiäispäivä', source: 'Kirkkolaki 652/2023 1:6', on: easterOf },
  { name: 'toinen pääsiäispäivä', source: 'Kirkkolaki 652/2023 1:6', on: (year) => easterOf(year).add({ days: 1 }) },
  { name: 'helatorstai', source: 'Kirkkolaki 652/2023 1:6', on: (year) => easterOf(year).add({ days: 39 }) },
  { name: 'helluntai', source: 'Kirkkolaki 652/2023 1:6', on: (year) => easterOf(year).add({ days: 49 }) },
  { name: 'juhannuspäivä', source: 'Kirkkojärjestys 657/2023 1:4', on: (year) => saturdayAfter(dayIn(year, 6, 19)) },
  { name: 'pyhäinpäivä', source: 'Kirkkojärjestys 657/2023 1:4', on: (year) => saturdayAfter(dayIn(year, 10, 30)) },
  { name: 'itsenäisyyspäivä', source: 'L 388/1937', on: (year) => dayIn(year, 12, 6) },
  { name: 'vapunpäivä', source: 'L 272/1944', on: (year) => dayIn(year, 5, 1) },
];

function* daysOf(year: number) {
  for (let date = dayIn(year, 1, 1); date.year === year; date = date.add({ days: 1 })) yield date;
}

const holidaysOf = (year: number, calendar = strict) =>
  [...daysOf(year)].filter((date) => calendar.isPublicHoliday(date)).map((date) => date.toString());

const YEARS = Array.from({ length: 2040 - 2020 + 1 }, (_, index) => 2020 + index);

describe('the public holidays of Finland', () => {
  it.each(YEARS)('%s: are those of the statutes, and no other day', (year) => {
    const statutory = new Set(STATUTES.map(({ on }) => on(year).toString()));
    expect(holidaysOf(year)).toEqual([...statutory].toSorted());
  });

  it.each([
    [2025, '2025-04-20', '2025-05-29', '2025-06-21', '2025-11-01'],
    [2026, '2026-04-05', '2026-05-14', '2026-06-20', '2026-10-31'],
    [2027, '2027-03-28', '2027-05-06', '2027-06-26', '2027-11-06'],
    [2028, '2028-04-16', '2028-05-25', '2028-06-24', '2028-11-04'],
  ])('%s: Easter Sunday, Ascension, Midsummer and All Saints as printed in almanacs', (year, ...printed) => {
    expect(holidaysOf(year)).toEqual(expect.arrayContaining(printed));
  });

  it.each([
    ['Maundy Thursday', '2026-04-02'],
    ['Whit Monday', '2026-05-25'],
    ['24 June', '2026-06-24'],
    ['1 November when All Saints is on another day', '2027-11-01'],
    ["New Year's Eve", '2026-12-31'],
    ['Midsummer Eve', '2026-06-19'],
    ['Christmas Eve', '2026-12-24'],
  ])('%s is a working day', (_name, date) => {
    expect(strict.isPublicHoliday(Temporal.PlainDate.from(date))).toBe(false);
  });

  it.each([
    ['Independence Day on a Sunday', '2026-12-06', '2026-12-07'],
    ['May Day on a Saturday', '2027-05-01', '2027-05-03'],
    ['Second Christmas Day on a Sunday', '2027-12-26', '2027-12-27'],
  ])('%s gives no substitute day', (_name, holiday, monday) => {
    expect(strict.isPublicHoliday(Temporal.PlainDate.from(holiday))).toBe(true);
    expect(strict.isPublicHoliday(Temporal.PlainDate.from(monday))).toBe(false);
  });

  it('have names in Finnish, Swedish and English', () => {
    expect(strict.holidayName?.(Temporal.PlainDate.from('2026-04-06'))).toEqual({
      fi: 'toinen pääsiäispäivä',
      sv: 'annandag påsk',
      en: 'Easter Monday',
    });
    expect(strict.holidayName?.(Temporal.PlainDate.from('2026-04-07'))).toBeNull();
  });
});

describe('the policy of L 150/1930', () => {
  it.each(YEARS)('%s: adds Midsummer Eve and Christmas Eve, and nothing else', (year) => {
    const midsummerEve = saturdayAfter(dayIn(year, 6, 19))
      .subtract({ days: 1 })
      .toString();
    const added = holidaysOf(year, courts).filter((date) => !holidaysOf(year).includes(date));
    expect(added).toEqual([midsummerEve, `${year}-12-24`]);
  });
});
