import { describe, expect, it } from '@jest/globals';
import { LANGUAGES, type Language } from '#domain/language';
import { GROUND_IDS } from '#domain/law/grounds';
import { IDENTITY_LEVELS } from '#domain/law/identity';
import { RIGHTS } from '#domain/law/rights';
import { STAFF_ROLES } from '#domain/request/actor';
import { STAGES } from '#domain/request/stages';
import { CHANNELS, IDENTITY_METHODS, OUTCOMES, TASK_RESULTS } from '#domain/request/vocabulary';
import { loadMessages, translatorFor } from '#texts/load-messages';
import { createTranslator, type KeyOf, type Messages } from '#texts/translator';

describe('the translator', () => {
  it.each([
    ['fi', 1, '1 uusi pyyntö'],
    ['fi', 3, '3 uutta pyyntöä'],
    ['sv', 1, '1 ny begäran'],
    ['en', 3, '3 new requests'],
  ] as const)('counts in %s', (language, count, text) => {
    expect(translatorFor(language)('mail.digest.new', { count, shown: String(count) })).toBe(text);
  });

  it('puts a value in as it is and reads nothing in it', () => {
    expect(translatorFor('en')('common.article', { article: '<b>{article}</b>' })).toBe('Art. <b>{article}</b>');
  });

  it('throws for a text that is not there, so that a hole is found in a test and not on a screen', () => {
    const holes = { ...loadMessages('en'), 'common.article': undefined } as unknown as Messages;
    expect(() => createTranslator('en', holes)('common.article', { article: '15' })).toThrow('common.article');
  });

  it('throws for a parameter that is not there', () => {
    const careless = translatorFor('en') as (key: KeyOf<'common'>) => string;
    expect(() => careless('common.article')).toThrow('article');
  });

  it('asks for no more than the areas it was given', () => {
    const t = createTranslator<'common'>('en', loadMessages('en'));
    expect(t('common.stage.intake')).toBe('Received');
  });
});

const METHODS = Object.keys(IDENTITY_METHODS) as (keyof typeof IDENTITY_METHODS)[];

const repeated = (names: readonly string[]): string[] => names.filter((name, place) => names.indexOf(name) !== place);

describe.each(LANGUAGES)('the names of the law in %s', (language: Language) => {
  const t = translatorFor(language);

  it('tell all rights apart, in our words and in plain ones', () => {
    expect(repeated(RIGHTS.flatMap((right) => [t(`common.right.${right}`), t(`common.right.${right}.plain`)]))).toEqual(
      [],
    );
  });

  it.each([
    ['stages', () => STAGES.map((stage) => t(`common.stage.${stage}`))],
    ['channels', () => CHANNELS.map((channel) => t(`common.channel.${channel}`))],
    ['outcomes', () => OUTCOMES.map((outcome) => t(`common.outcome.${outcome}`))],
    ['identity levels', () => IDENTITY_LEVELS.map((level) => t(`common.identity.level.${level}`))],
    ['ways of proving identity', () => METHODS.map((method) => t(`common.identity.method.${method}`))],
    ['task results', () => TASK_RESULTS.map((result) => t(`common.task_result.${result}`))],
    ['roles', () => STAFF_ROLES.map((role) => t(`common.role.${role}`))],
    ['grounds', () => GROUND_IDS.map((ground) => t(`common.ground.${ground}`))],
  ])('tell all %s apart', (_kind, names) => {
    expect(repeated(names())).toEqual([]);
  });

  it.each(GROUND_IDS)('have a paragraph for letters on %s that cites the regulation', (ground) => {
    expect(t(`common.ground.${ground}.letter`)).toMatch(/GDPR|tietosuoja-asetuksen|dataskyddsförordningen/u);
  });
});
