import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { TYPE, parse, type MessageFormatElement, type PluralElement } from '@formatjs/icu-messageformat-parser';
import { LANGUAGES, type Language } from '#domain/language';
import { AREAS } from './areas.js';
import { messageTypesSource, parametersOf } from './generate-message-types.js';
import { loadMessages } from './load-messages.js';
import { LOCALES } from './locales.js';

const folder = (language: Language): URL => new URL(`./messages/${language}/`, import.meta.url);

const catalogue = (language: Language): Readonly<Record<string, string>> => loadMessages(language);

const pluralsIn = (elements: readonly MessageFormatElement[]): PluralElement[] =>
  elements.flatMap((element) => {
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const inner = Object.values(element.options).flatMap(({ value }) => pluralsIn(value));
    return element.type === TYPE.plural ? [element, ...inner] : inner;
  });

const branchesMissing = (language: Language, plural: PluralElement): string[] => {
  const rules = new Intl.PluralRules(LOCALES[language], { type: plural.pluralType ?? 'cardinal' });
  return rules.resolvedOptions().pluralCategories.filter((category) => !(category in plural.options));
};

const parameters = (texts: Readonly<Record<string, string>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, parametersOf(text)]));

describe.each(LANGUAGES)('the catalogue in %s', (language) => {
  it('has one file per area and no other', () => {
    expect(readdirSync(folder(language)).toSorted()).toEqual(AREAS.map((area) => `${area}.json`).toSorted());
  });

  it.each(AREAS)('begins every key of %s with the name of the area', (area) => {
    const keys = Object.keys(JSON.parse(readFileSync(new URL(`${area}.json`, folder(language)), 'utf8')) as object);
    expect(keys.filter((key) => !/^[a-z]+(\.[A-Za-z0-9_-]+)+$/u.test(key) || !key.startsWith(`${area}.`))).toEqual([]);
  });

  it('has the same keys as the others', () => {
    expect(Object.keys(catalogue(language)).toSorted()).toEqual(Object.keys(catalogue('en')).toSorted());
  });

  it('has the same parameters as the others', () => {
    expect(parameters(catalogue(language))).toEqual(parameters(catalogue('en')));
  });

  it('has every plural branch its grammar needs', () => {
    const incomplete = Object.entries(catalogue(language)).filter(([, text]) =>
      pluralsIn(parse(text, { ignoreTag: true })).some((plural) => branchesMissing(language, plural).length > 0),
    );
    expect(incomplete).toEqual([]);
  });

  it('has no empty, padded or denormalised text', () => {
    const careless = Object.entries(catalogue(language)).filter(
      ([, text]) => text === '' || text !== text.trim() || text !== text.normalize('NFC'),
    );
    expect(careless).toEqual([]);
  });
});

describe('message-types.ts', () => {
  it('is what the catalogue asks for (run `node libs/texts/generate-message-types.ts`)', () => {
    expect(readFileSync(new URL('./message-types.ts', import.meta.url), 'utf8')).toBe(messageTypesSource());
  });

  it('reads the parameters of nested branches, the narrowest type first', () => {
    expect(
      parametersOf('{n, plural, one {{who} has # row} other {{who} has # rows, {n}}} {kind, select, other {}}'),
    ).toEqual([
      ['kind', 'string'],
      ['n', 'number'],
      ['who', 'string | number'],
    ]);
  });

  it('refuses ICU dates, which would ignore the zone of the controller', () => {
    expect(() => parametersOf('{when, date, long}')).toThrow('dates.ts');
  });
});
