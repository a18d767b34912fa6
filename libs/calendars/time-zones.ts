import { civilDateOf } from '#domain/time-source';
import { placeOf } from './place.js';
import { REGION_TIME_ZONES } from './region-time-zones.js';

/**
 * The time zones of a country, or of one of its regions, by their IANA names.
 *
 * @throws UnknownPlaceError `unknown-country` · `unknown-region`
 */
export function timeZonesOf(country: string, region?: string): readonly string[] {
  const { within } = placeOf(country, region);
  const asked = region === undefined ? [] : within;
  return (
    asked.map((code) => REGION_TIME_ZONES.get(code)).find((zones) => zones !== undefined) ?? zonesOfCountry(country)
  );
}

const countries = new Map<string, readonly string[]>();

/** Looking them up takes a third of a millisecond, so once is enough. */
function zonesOfCountry(country: string): readonly string[] {
  const zones = countries.get(country) ?? new Intl.Locale(`und-${country}`).getTimeZones() ?? [];
  countries.set(country, zones);
  return zones;
}

const names = new Set<string>();

/** True for a name of the IANA time zone database. A mere offset is none: it would be wrong for half of the year. */
export const isTimeZone = (name: string): boolean => {
  const key = name.toLowerCase();
  if (!names.has(key) && /^[a-z]/.test(key) && canFormat(name)) names.add(key);
  return names.has(key);
};

function canFormat(timeZone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}

/** The civil date of an instant where it is the same in every zone; null where it is not, or where there is no zone. */
export const civilDateIn = (instant: Temporal.Instant, timeZones: readonly string[]): Temporal.PlainDate | null => {
  const [first, ...others] = timeZones.map((timeZone) => civilDateOf(instant, timeZone));
  return first !== undefined && others.every((date) => date.equals(first)) ? first : null;
};
