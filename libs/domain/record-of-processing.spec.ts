import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { ControllerProfile } from '#domain/controller-profile';
import { LANGUAGES } from '#domain/language';
import { RIGHTS } from '#domain/law/rights';
import { supervisoryAuthorityOf } from '#domain/law/supervisory-authorities';
import { LEGAL_BASES, RECORD_FIELDS, gapsThatBlock, type RecordOfProcessing } from '#domain/record-of-processing';

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../../data/demo/${file}`, import.meta.url), 'utf8')) as T;

const record = read<RecordOfProcessing>('record-of-processing.json');
const controller = read<ControllerProfile>('controller.json');

/** Every object in the data that has a text in one language, wherever it stands. */
const localisedIn = (value: unknown): object[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(localisedIn);
  return LANGUAGES.some((language) => language in value) ? [value, ...inner] : inner;
};

describe('the demo organisation', () => {
  it('is the same in its profile and in its record of processing', () => {
    expect(controller).toMatchObject(record.controller);
  });

  it('has an authority to complain to', () => {
    expect(supervisoryAuthorityOf(controller.country).name.en).toBe('Office of the Data Protection Ombudsman');
    expect(() => supervisoryAuthorityOf('XX')).toThrow('XX');
  });

  it('is invented: addresses and domains are reserved ones', () => {
    const mailAndWeb = JSON.stringify(controller).match(/[\w.-]+\.(example|com|fi|org|net)\b/gu) ?? [];
    expect(mailAndWeb).not.toEqual([]);
    expect(mailAndWeb.filter((domain) => !domain.endsWith('.example'))).toEqual([]);
  });
});

describe('the demo record of processing', () => {
  it('says everything in three languages', () => {
    const texts = [...localisedIn(record), ...localisedIn(controller)];
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter((text) => Object.keys(text).toSorted().join() !== 'en,fi,sv')).toEqual([]);
    expect(texts.filter((text) => Object.values(text).includes(''))).toEqual([]);
  });

  it('tells of each activity what art. 15(1) asks for', () => {
    const incomplete = record.activities.filter(
      ({ purposes, categories, sources, recipients, retention, legalBasis }) =>
        [purposes, categories, sources, recipients].some(({ length }) => length === 0) ||
        retention.criteria.fi === '' ||
        !LEGAL_BASES.includes(legalBasis),
    );
    expect(incomplete).toEqual([]);
  });

  it('marks as a gap exactly what its privacy notice leaves out', () => {
    const { activities } = record;
    expect({
      retention: activities.every(({ retention }) => retention.period === null),
      recipients: activities.every(({ recipients }) => recipients.every(({ names }) => names.length === 0)),
      legalBasis: activities.every(({ legalBasis }) => legalBasis === 'legitimate_interests'),
      transfers: activities.some(({ transfers }) => transfers.some(({ safeguard }) => safeguard === null)),
      automatedDecisions: record.automatedDecisions === null,
    }).toEqual(Object.fromEntries(RECORD_FIELDS.map((field) => [field, true])));
    expect(record.gaps.map(({ field }) => field).toSorted()).toEqual(RECORD_FIELDS.toSorted());
  });

  it('holds back the answers that would need a gap filled, and no others', () => {
    const blocked = (right: (typeof RIGHTS)[number]): string[] =>
      gapsThatBlock(record, right).map(({ field }) => field);
    expect(blocked('access')).toEqual(['retention', 'recipients', 'transfers', 'automatedDecisions']);
    expect(blocked('portability')).toEqual(['legalBasis']);
    expect(RIGHTS.filter((right) => blocked(right).length > 0)).toEqual(['access', 'portability']);
    expect(gapsThatBlock({ ...record, gaps: [] }, 'access')).toEqual([]);
  });
});
