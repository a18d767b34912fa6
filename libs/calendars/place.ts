import Holidays from 'date-holidays';
import { iso31662 } from 'iso-3166';
import { DEFAULT_REGIONS, FILED_UNDER } from './region-calendars.js';

/** What counts for somewhere: a country's holidays, or those of one of its regions. */
export interface Place {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** The region of ISO 3166-2 whose days they are, null when they are those of the country as a whole. */
  readonly region: string | null;
  /** The region that was asked for and those it is a part of. */
  readonly within: readonly string[];
}

export class UnknownPlaceError extends Error {
  constructor(
    readonly code: 'unknown-country' | 'unknown-region',
    message: string,
  ) {
    super(message);
    this.name = 'UnknownPlaceError';
  }
}

/** Without a country the library only tells what it knows. */
const library = new Holidays();

const COUNTRIES = library.getCountries();

/** Region to the region or country it is a part of. */
const PARENTS: ReadonlyMap<string, string> = new Map(iso31662.map(({ code, parent }) => [code, parent]));

/** Codes of the European Union for its own papers; ISO 3166-1 has others. */
const USUAL_MISTAKES: Readonly<Partial<Record<string, string>>> = { UK: 'GB', EL: 'GR' };

const hasHolidays = (country: string): boolean => Object.hasOwn(COUNTRIES, country);

/** `GB-SCT` is `SCT` in the library. */
export const stateOf = (region: string, country: string): string => region.slice(country.length + 1);

const hasOwnHolidays = (region: string, country: string): boolean =>
  Object.hasOwn(library.getStates(country) ?? {}, stateOf(region, country));

const isRegion = (region: string, country: string): boolean =>
  region.startsWith(`${country}-`) &&
  (PARENTS.has(region) || FILED_UNDER.has(region) || hasOwnHolidays(region, country));

/**
 * The place whose holidays count in a region. A region without holidays of its own has those of the region it is a part
 * of, or of the country.
 *
 * @throws UnknownPlaceError `unknown-country` · `unknown-region`
 */
export function placeOf(country: string, region: string | undefined): Place {
  if (!hasHolidays(country)) throw new UnknownPlaceError('unknown-country', countryHint(country));
  if (region !== undefined && !isRegion(region, country)) {
    throw new UnknownPlaceError('unknown-region', regionHint(region, country));
  }
  const within = climb(region ?? country, country);
  return { country, region: within.find((code) => hasOwnHolidays(code, country)) ?? null, within };
}

/** From a region to what it is a part of, up to the first with holidays of its own or the country. */
function climb(region: string, country: string): readonly string[] {
  const within: string[] = [];
  let code = region;
  while (code !== country && !hasOwnHolidays(code, country)) {
    within.push(code);
    code = FILED_UNDER.get(code) ?? PARENTS.get(code) ?? country;
  }
  const last = code === country ? DEFAULT_REGIONS[country] : code;
  return last === undefined ? within : [...within, last];
}

function countryHint(country: string): string {
  const meant = USUAL_MISTAKES[country.toUpperCase()] ?? country.toUpperCase();
  const way = hasHolidays(meant)
    ? `did you mean "${meant}"?`
    : 'a country is given by its two letters of ISO 3166-1, such as FI.';
  return `No public holidays are known for ${quoted(country)}; ${way}`;
}

function regionHint(region: string, country: string): string {
  const meant = [region.toUpperCase(), `${country}-${region.toUpperCase()}`].find((code) => isRegion(code, country));
  const way = meant
    ? `did you mean "${meant}"?`
    : `a region is given by its code of ISO 3166-2, which begins with ${country}-.`;
  return `${quoted(region)} is no region of ${country}; ${way}`;
}

/** What was given, short enough for one line: it may be anything. */
const quoted = (text: string): string => JSON.stringify(text.length > 12 ? `${text.slice(0, 12)}…` : text);
