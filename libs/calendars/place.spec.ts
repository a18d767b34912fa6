import { describe, expect, it } from '@jest/globals';
import { placeOf, UnknownPlaceError } from '#calendars/place';

/** The region whose holidays count, null for those of the country. */
const holidaysOf = (region: string): string | null => placeOf(region.slice(0, 2), region).region;

const refusal = (country: string, region?: string): UnknownPlaceError | null => {
  try {
    placeOf(country, region);
    return null;
  } catch (error) {
    return error instanceof UnknownPlaceError ? error : null;
  }
};

describe('a region of ISO 3166-2', () => {
  it.each(['DE-BY', 'GB-SCT', 'CH-ZH', 'CA-QC', 'US-CA', 'ES-CT'])('%s has its own holidays', (region) => {
    expect(holidaysOf(region)).toBe(region);
  });

  it.each(['FI-01', 'SE-AB', 'FR-75', 'DK-84', 'PL-14', 'NL-UT', 'PT-11', 'EE-37'])(
    '%s has those of the country',
    (region) => {
      expect(holidaysOf(region)).toBeNull();
    },
  );

  it.each([
    ['ES-B', 'ES-CT'],
    ['IT-BZ', 'IT-32'],
    ['FR-6AE', 'FR-67'],
    ['FR-974', 'FR-RE'],
    ['GB-GLG', 'GB-SCT'],
    ['GB-BFS', 'GB-NIR'],
    ['GB-LND', 'GB-ENG'],
    ['GB-CRF', 'GB-ENG'],
  ])('%s has those of %s, which it is a part of', (region, whole) => {
    expect(holidaysOf(region)).toBe(whole);
  });

  it('is England when Great Britain is named without one', () => {
    expect(placeOf('GB', undefined).region).toBe('GB-ENG');
  });
});

describe('what is no place', () => {
  it.each([
    ['fi', 'did you mean "FI"?'],
    ['UK', 'did you mean "GB"?'],
    ['el', 'did you mean "GR"?'],
    ['XX', 'such as FI.'],
    ['', 'such as FI.'],
    ['toString', 'such as FI.'],
    ['constructor', 'such as FI.'],
  ])('country "%s": %s', (country, hint) => {
    expect(refusal(country)).toMatchObject({ code: 'unknown-country', message: expect.stringContaining(hint) });
  });

  it.each([
    ['BY', 'did you mean "DE-BY"?'],
    ['de-by', 'did you mean "DE-BY"?'],
    ['DE-XX', 'which begins with DE-.'],
    ['FI-01', 'which begins with DE-.'],
    ['DE', 'which begins with DE-.'],
    ['DE-', 'which begins with DE-.'],
    ['', 'which begins with DE-.'],
    ['DE-constructor', 'which begins with DE-.'],
  ])('region "%s" of Germany: %s', (region, hint) => {
    expect(refusal('DE', region)).toMatchObject({ code: 'unknown-region', message: expect.stringContaining(hint) });
  });

  it('is repeated in a few letters only, whatever it was', () => {
    expect(refusal('Maija Malli, Esimerkkikuja 1')?.message).toMatch(
      /^No public holidays are known for "Maija Malli,…"; /,
    );
  });
});
