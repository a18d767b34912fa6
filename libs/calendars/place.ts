import Holidays from 'date-holidays';

/** A country, or one of its regions, whose holidays are known. */
export interface Place {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 3166-2, null for the country as a whole. */
  readonly region: string | null;
}

export class UnknownPlaceError extends Error {
  constructor(
    readonly code: 'unknown-country' | 'unknown-region',
    place: string,
  ) {
    super(`No public holidays are known for ${place}`);
    this.name = 'UnknownPlaceError';
  }
}

/** Countries without a calendar of their own: each part of the United Kingdom has its bank holidays. */
const DEFAULT_REGIONS: Readonly<Record<string, string>> = { GB: 'GB-ENG' };

/** @throws UnknownPlaceError `unknown-country` · `unknown-region` */
export function placeOf(country: string, region: string | undefined): Place {
  const table = new Holidays();
  if (!Object.hasOwn(table.getCountries(), country)) throw new UnknownPlaceError('unknown-country', country);
  const chosen = region ?? DEFAULT_REGIONS[country] ?? null;
  if (chosen !== null && !Object.hasOwn(table.getStates(country) ?? {}, stateOf(chosen, country))) {
    throw new UnknownPlaceError('unknown-region', chosen);
  }
  return { country, region: chosen };
}

/** `GB-SCT` is `SCT` in the table; a region of another country is no key of it. */
export const stateOf = (region: string, country: string): string =>
  region.startsWith(`${country}-`) ? region.slice(country.length + 1) : '';
