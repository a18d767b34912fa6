import { describe, expect, it } from '@jest/globals';
import {
  normaliseEmail,
  normalisePersonNumber,
  normalisePhone,
  phoneSpellings,
  sameName,
  type ClaimedIdentifier,
  type ProvenIdentifier,
} from './identifier.js';

/** Fails to compile, and with it `npm run check`, once a claimed identifier could be passed where data is collected. */
const claimedIsProven: ClaimedIdentifier extends ProvenIdentifier ? true : false = false;

describe('identifiers', () => {
  it('a claimed identifier is no proven identifier', () => {
    expect(claimedIsProven).toBe(false);
  });

  it.each([
    ['Aino.Virta@Example.COM', 'aino.virta@example.com'],
    ['  aino@example.com\n', 'aino@example.com'],
    ['aino+solar@example.com', 'aino+solar@example.com'],
    ['ｖäinö@example.org', 'väinö@example.org'],
    ['aino@åkerblom.example', 'aino@xn--kerblom-dxa.example'],
  ])('the e-mail address %j is %j', (text, canonical) => {
    expect(normaliseEmail(text)).toBe(canonical);
  });

  it.each([
    '',
    ' ',
    'aino',
    'aino@',
    '@example.com',
    'a@b',
    '%@example.com',
    '*@example.com',
    'a@example.com, b@example.com',
    'a b@example.com',
    'a@@example.com',
  ])('the text %j is no e-mail address to search with', (text) => {
    expect(normaliseEmail(text)).toBeNull();
  });

  it.each([
    ['048 000 1234', '+358480001234'],
    ['0480001234', '+358480001234'],
    ['+358 48 000 1234', '+358480001234'],
    ['00358 48-000 1234', '+358480001234'],
    ['358480001234', '+358480001234'],
    ['+358 (0)48 000 1234', '+358480001234'],
    ['048–000–1234', '+358480001234'],
    ['+46 70 174 06 05', '+46701740605'],
  ])('the phone number %j is %j', (text, canonical) => {
    expect(normalisePhone(text)).toBe(canonical);
  });

  it.each(['', '048', '12345', '048%', '+358*', '048 000 1234 ext 5', 'soita', '+0480001234', '+3584800012345678'])(
    'the text %j is no phone number to search with',
    (text) => {
      expect(normalisePhone(text)).toBeNull();
    },
  );

  it('every spelling of a Finnish number leads back to the number', () => {
    const spellings = phoneSpellings('+358480001234');
    expect(spellings.map(normalisePhone)).toEqual(spellings.map(() => '+358480001234'));
    expect(spellings).toContain('0480001234');
  });

  it.each(['', '  ', 'K1', '%', 'K-1%', '***', "K'--"])('the text %j is no customer number to search with', (text) => {
    expect(normalisePersonNumber(text)).toBeNull();
  });

  it.each([
    ['Aino Åkerblom', 'AKERBLOM AINO', true],
    ['Aino Åkerblom', 'Aino Maria Åkerblom', true],
    ['Bjorn Oster', 'Bjørn Öster', true],
    ['Aino Åkerblom', 'Aino Virta', false],
    ['Åkerblom', 'Aino Åkerblom', false],
    ['', 'Aino Åkerblom', false],
  ])('the claimed name %j and %j on file are the same: %j', (claimed, onFile, same) => {
    expect(sameName(claimed, onFile)).toBe(same);
  });
});
