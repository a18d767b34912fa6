import type { CivilDate } from '#domain/time-source';

const DAY_FIRST = /^(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2})?)?$/u;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/u;

const civilDate = (year: number, month: number, day: number): CivilDate | null => {
  const date = new Date(Date.UTC(year, month - 1, day));
  const stands = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return stands ? date.toISOString().slice(0, 10) : null;
};

/**
 * Reads a date as people here type it, the day always first: `9.12.2026`, `9.12.26`, `9.12.`, `9/12/2026`, or ISO.
 * Without a year it is the latest such day that is not after `today`. Null when there is no such date.
 */
export const readTypedDate = (typed: string, today: CivilDate): CivilDate | null => {
  const text = typed.replaceAll(/\s/gu, '');
  const iso = ISO.exec(text);
  if (iso) return civilDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = DAY_FIRST.exec(text);
  if (!parts) return null;
  const [, day, month, year] = parts;
  if (year !== undefined) return civilDate(Number(year.length === 2 ? `20${year}` : year), Number(month), Number(day));
  const thisYear = Number(today.slice(0, 4));
  const date = civilDate(thisYear, Number(month), Number(day));
  return date !== null && date > today ? civilDate(thisYear - 1, Number(month), Number(day)) : date;
};

/** The same in figures, `9.12.2026`: what a field shows to be changed. */
export const writeTypedDate = (date: CivilDate): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${day}.${month}.${year}`;
};
