import { describe, expect, it } from '@jest/globals';
import { readFileSync, readdirSync } from 'node:fs';
import { Liquid } from 'liquidjs';
import type { ControllerProfile } from '#domain/controller-profile';
import { LANGUAGES, type Language } from '#domain/language';
import type { RecordOfProcessing } from '#domain/record-of-processing';
import { loadLetter } from '#texts/load-letter';
import { LETTERS, LETTER_IDS, type LetterRule } from './letter-catalogue.js';
import { MANDATORY_CONTENT } from './letter-content.js';
import type { LetterId, LetterParameters } from './letter-parameters.js';
import { letterSamples } from './letter-samples.js';
import { renderLetter, renderSegments, type RenderedLetter } from './render-letter.js';

const readDemo = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../../data/demo/${file}`, import.meta.url), 'utf8')) as T;

const controller = readDemo<ControllerProfile>('controller.json');
const record = readDemo<RecordOfProcessing>('record-of-processing.json');
const samples = letterSamples(controller, record);

const render = <L extends LetterId>(
  letter: L,
  language: Language,
  changes: Partial<LetterParameters[L]> = {},
): RenderedLetter => renderLetter(letter, language, { ...samples[letter], ...changes });

const everyLetter = LANGUAGES.flatMap((language) => LETTER_IDS.map((letter) => [language, letter] as const));

const ofKind = (kind: LetterRule['kind']): (readonly [Language, LetterId])[] =>
  everyLetter.filter(([, letter]) => LETTERS[letter].kind === kind);

/** The names a template reads, shared passages included. */
const namesIn = (language: Language, letter: LetterId): string[] => {
  const body = loadLetter(language, letter).segments.map(({ text }) => text);
  return new Liquid().globalVariablesSync(body.join('\n')).toSorted();
};

const withoutSpaces = (text: string): string => text.replace(/\s+/gu, '');

const lettersOfPage = (html: string): string =>
  withoutSpaces(
    html
      .replace(/^.*<main>/su, '')
      .replace(/<[^>]+>/gu, '')
      .replaceAll('&#39;', "'"),
  );

/** Plain text without what stands for tags: list marks and the addresses of links. */
const lettersOfText = (text: string): string => withoutSpaces(text.replace(/<https[^>]*>|^(?:- |\d\. )/gmu, ''));

describe('the letters', () => {
  it.each(LANGUAGES)('are all there in %s, and no others', (language) => {
    const files = readdirSync(new URL(`../texts/letters/${language}/`, import.meta.url));
    expect(files.filter((file) => file.endsWith('.md')).toSorted()).toEqual(
      LETTER_IDS.map((letter) => `${letter}.md`).toSorted(),
    );
  });

  it.each(everyLetter)('in %s: %s says what it must', (language, letter) => {
    const { text } = render(letter, language);
    const rule: LetterRule = LETTERS[letter];
    const missing = rule.content.filter((content) => !text.includes(MANDATORY_CONTENT[content].says[language]));
    expect(missing).toEqual([]);
    expect(text).toContain('K7QX-2M4P');
    expect(text).toContain(controller.name);
  });

  it.each(everyLetter)(
    'in %s: %s says what it must in its locked pieces, whatever stands in the free ones',
    (language, letter) => {
      const segments = renderSegments(letter, language, samples[letter]);
      const locked = segments.flatMap(({ free, text }) => (free === null ? [text] : [])).join('\n\n');
      const rule: LetterRule = LETTERS[letter];
      expect(rule.content.filter((content) => !locked.includes(MANDATORY_CONTENT[content].says[language]))).toEqual([]);
      const names = segments.flatMap(({ free }) => free ?? []);
      expect(new Set(names).size).toBe(names.length);
    },
  );

  it.each(everyLetter)('in %s: %s says the same on its page as in plain text', (language, letter) => {
    const { html, text } = render(letter, language);
    expect(lettersOfPage(html)).toBe(lettersOfText(text));
  });

  it.each(everyLetter)(
    'in %s: %s has a subject with nothing but the organisation and the reference',
    (language, letter) => {
      const subject = render(letter, language).subject;
      const template = loadLetter(language, letter).subject;
      expect(template.match(/\{\{.*?\}\}/gu)).toEqual(['{{ controller.name }}', '{{ reference }}']);
      expect(subject).toContain(controller.name);
      expect(subject).toContain('K7QX-2M4P');
    },
  );

  it.each(everyLetter)('in %s: %s uses every parameter it is given and no other', (language, letter) => {
    const given = Object.keys(samples[letter]);
    const added = ['authority', 'indirectAccess'];
    const names = namesIn(language, letter);
    expect(given.filter((name) => !names.includes(name))).toEqual([]);
    expect(names.filter((name) => ![...given, ...added].includes(name))).toEqual([]);
  });

  it.each(everyLetter)('in %s: %s leaves nothing of its making behind', (language, letter) => {
    const { html, text } = render(letter, language);
    expect(`${html}${text}`).not.toMatch(/\{\{|\{%|Zv|vZ|undefined|\[object|\bnull\b|NaN|\*\*/u);
  });

  it.each(everyLetter)('in %s: %s is a page in its language that runs and loads nothing', (language, letter) => {
    const { html } = render(letter, language);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain("default-src 'none'");
    expect(html).toMatch(/<title>[^<]+<\/title>/u);
    expect(html).not.toMatch(/<(script|img|iframe|link|form|input)|\son\w+=|src=/iu);
  });
});

describe('a decision', () => {
  it.each(ofKind('decision'))('in %s: %s has one heading on top and skips no level', (language, letter) => {
    const levels = [...render(letter, language).html.matchAll(/<h(\d)>/gu)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toEqual([1]);
    expect(levels[0]).toBe(1);
    expect(levels.every((level, place) => level <= (levels[place - 1] ?? 0) + 1)).toBe(true);
  });

  it.each(LANGUAGES)('that grants everything gives no reasons for refusing, in %s', (language) => {
    const { text } = render('erasure-decision', language, { refused: [], kept: [], backupsGoneBy: null });
    expect(text).not.toContain(MANDATORY_CONTENT.reasons.says[language]);
    expect(text).not.toContain(MANDATORY_CONTENT.kept.says[language]);
    expect(text).not.toContain(MANDATORY_CONTENT.backups.says[language]);
    expect(text).toContain(MANDATORY_CONTENT.erased.says[language]);
  });

  it.each([
    ['fi', 'Kun pyydät, että tiedot annetaan sille'],
    ['sv', 'När du begär att uppgifterna lämnas till den'],
    ['en', 'When you ask for the information to be given to it'],
  ] as const)('opens the way through the authority where the Act does, and only there, in %s', (language, words) => {
    expect(render('refusal', language).text).toContain(words);
    const other = render('refusal', language, { refused: [{ ground: 'art_12_5_excessive', facts: 'Sample facts.' }] });
    expect(other.text).not.toContain(words);
    expect(other.text).toContain('Sample facts.');
  });

  it('takes what it says of the processing from the record', () => {
    const { text } = render('access-decision', 'en', {
      activities: [
        {
          ...record.activities[0]!,
          recipients: [{ category: { fi: 'x', sv: 'x', en: 'billing service' }, names: ['Sample Billing Ltd'] }],
          retention: {
            period: { fi: 'x', sv: 'x', en: 'Six years' },
            criteria: { fi: 'x', sv: 'x', en: 'the Accounting Act' },
          },
          transfers: [
            {
              description: { fi: 'x', sv: 'x', en: 'To the manufacturer.' },
              safeguard: { fi: 'x', sv: 'x', en: 'standard contractual clauses' },
            },
          ],
        },
      ],
      automatedDecisions: { fi: 'x', sv: 'x', en: 'There are none.' },
    });
    expect(text).toContain('- billing service: Sample Billing Ltd');
    expect(text).toContain('Six years. Criteria: the Accounting Act.');
    expect(text).toContain('To the manufacturer.\n  Safeguards: standard contractual clauses.');
    expect(text).toContain('There are none.');
    expect(text).not.toContain(record.activities[1]!.name.en);
  });
});

describe('a mail', () => {
  it('asks for a confirmation only where there is a link', () => {
    expect(render('acknowledgement', 'en').html).toContain(
      'href="https://tietosuoja.aurinkosahko.example/fi/confirm/sample"',
    );
    const without = render('acknowledgement', 'en', { confirmLink: null });
    expect(without.html).not.toContain('href');
    expect(without.text).not.toContain('press the button');
  });

  it('reminds of everything there is to remind of, each with its date and what it counts', () => {
    const { text } = render('reminder', 'fi');
    expect(text).toContain(
      '- 3 työpäivää jäljellä: vastaus on annettava viimeistään keskiviikkona 9. joulukuuta 2026.',
    );
    expect(text).toContain('- Päätä, jatketaanko määräaikaa:');
    const late = [{ kind: 'overdue', date: '2026-12-09', count: 1 }] as const;
    expect(render('reminder', 'sv', { causes: late }).text).toContain('- Svaret är 1 arbetsdag försenat: tidsfristen');
  });

  it('in the morning counts first, then names some, then says how many more there are', () => {
    const { text } = render('digest', 'en');
    expect(text).toContain('3 answers are due within a week\n\n- K7QX-2M4P <https://');
    expect(text).toContain('>: 27 Nov 2026\n\nand 2 more\n\nThe clock of 1 request');
  });

  it('says in the morning when there may be more than were counted', () => {
    const requests = [{ reference: 'K7QX-2M4P', on: '2026-11-27', link: 'https://desk.example.org/requests/sample' }];
    const sections = [{ about: 'new', count: 1000, requests, more: 999, atLeast: true }] as const;
    expect(render('digest', 'en', { sections }).text).toMatch(/1,000\+ new requests\n\n- .*\n\nand 999\+ more\n/);
    expect(render('digest', 'fi', { sections }).text).toMatch(/1\u00a0000\+ uutta pyyntöä\n\n- .*\n\nja 999\+ muuta\n/);
  });

  it('says in the morning when there may be more than were counted', () => {
    const requests = [{ reference: 'K7QX-2M4P', on: '2026-11-27', link: 'https://desk.example.org/requests/sample' }];
    const sections = [{ about: 'new', count: 1000, requests, more: 999, atLeast: true }] as const;
    expect(render('digest', 'en', { sections }).text).toMatch(/1,000\+ new requests\n\n- .*\n\nand 999\+ more\n/);
    expect(render('digest', 'fi', { sections }).text).toMatch(/1\u00a0000\+ uutta pyyntöä\n\n- .*\n\nja 999\+ muuta\n/);
  });

  it('cannot be written for a country whose authority is not on record', () => {
    expect(() => render('code', 'en', { controller: { ...controller, country: 'XX' } })).toThrow('XX');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'mailto:anna@example.com', 'not a link'])(
    'links never to %s',
    (link) => {
      expect(() => render('answer-ready', 'en', { link })).toThrow(/web pages only|Invalid URL/u);
    },
  );
});
