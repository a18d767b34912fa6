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

const known = new Map<string, readonly string[]>();

/** Looking them up takes a third of a millisecond, so once is enough. */
function zonesOfCountry(country: string): readonly string[] {
  const zones = known.get(country) ?? new Intl.Locale(`und-${country}`).getTimeZones() ?? [];
  known.set(country, zones);
  return zones;
}

/** True for a name of the IANA time zone database. A mere offset is none: it would be wrong for half of the year. */
export const isTimeZone = (name: string): boolean => {
  if (!/^[A-Z]/i.test(name)) return false;
  try {
    Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/** The civil date of an instant where it is the same in every zone; null where it is not, or where there is no zone. */
export const civilDateIn = (instant: Temporal.Instant, timeZones: readonly string[]): Temporal.PlainDate | null => {
  const [first, ...others] = timeZones.map((timeZone) => civilDateOf(instant, timeZone));
  return first !== undefined && others.every((date) => date.equals(first)) ? first : null;
};
