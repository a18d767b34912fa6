import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { ControllerProfile } from '#domain/controller-profile';
import { LANGUAGES } from '#domain/language';
import type { RecordOfProcessing } from '#domain/record-of-processing';
import { seal, unseal } from './inert-values.js';
import { LETTER_IDS } from './letter-catalogue.js';
import type { LetterId, LetterParameters } from './letter-parameters.js';
import { letterSamples } from './letter-samples.js';
import { escapeHtml } from './markdown.js';
import { renderLetter } from './render-letter.js';

const readDemo = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../../data/demo/${file}`, import.meta.url), 'utf8')) as T;

const samples = letterSamples(
  readDemo<ControllerProfile>('controller.json'),
  readDemo<RecordOfProcessing>('record-of-processing.json'),
);

/** What people write and attackers try: each must stand in the letter as it was typed. */
const HOSTILE = [
  '[x](http://evil.example)',
  '![x](http://evil.example/p.png)',
  '<b>bold</b>',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '{{7*7}}',
  '{{ controller.name | upcase }}',
  '{% include "complaint" %}',
  '{% raw %}',
  '**strong** _em_ `code` ~~del~~',
  '# heading',
  '> quote',
  '- item',
  '1. item',
  '| a | b |',
  '***',
  '[x]: http://evil.example',
  'http://evil.example www.evil.example evil@example.net',
  '<http://evil.example>',
  '&lt;b&gt; &amp; &#60;',
  '\\*',
  '-->',
  ']]>',
  'Zv6162vZ',
  'Zv',
  '${7*7}',
  'a\u0001b\u202ec',
  'ÄÖÅ äöå',
];

/** Values with a meaning of their own: dates, links, and the words that templates compare. */
const MEANINGFUL =
  /^(\d{4}-\d\d-\d\d|https:.*|FI|[a-z]+(_[a-z0-9]+)+|access|deleted|anonymised|unlawful|upheld|changed|complexity|consent|contract)$/u;

/** The same parameters with every free text replaced. */
const withTexts = (value: unknown, text: string): unknown => {
  if (typeof value === 'string') return MEANINGFUL.test(value) ? value : text;
  if (Array.isArray(value)) return value.map((item) => withTexts(item, text));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withTexts(inner, text)]));
};

const written = <L extends LetterId>(letter: L, language: 'fi' | 'sv' | 'en', text: string) =>
  renderLetter(letter, language, withTexts(samples[letter], text) as LetterParameters[L]);

const tagsOf = (html: string): string[] => html.match(/<[^>]*>/gu) ?? [];

const visible = (text: string): string => text.replaceAll('\u0001', '').replaceAll('\u202e', '');

describe('text from outside', () => {
  it.each(LETTER_IDS)('adds no tag, no attribute and no link to %s', (letter) => {
    const harmless = tagsOf(written(letter, 'en', 'x').html);
    const changed = HOSTILE.filter((text) => tagsOf(written(letter, 'en', text).html).join() !== harmless.join());
    expect(changed).toEqual([]);
  });

  it.each(LETTER_IDS)('stands in %s as it was typed', (letter) => {
    const altered = LANGUAGES.flatMap((language) =>
      HOSTILE.filter((text) => {
        const { html, text: plain } = written(letter, language, text);
        return !html.includes(escapeHtml(visible(text))) || !plain.includes(visible(text));
      }),
    );
    expect(altered).toEqual([]);
  });

  it('keeps its lines, and they start nothing', () => {
    const lines = 'one\r\n\r\n# two\n    three';
    const { html, text } = renderLetter('identity-request', 'en', { ...samples['identity-request'], doubt: lines });
    expect(html).toContain('<p>one<br><br># two<br>    three</p>');
    expect(text).toContain('one\n\n# two\n    three');
  });

  it('never breaks the subject into two headers', () => {
    const { subject } = renderLetter('code', 'en', { ...samples.code, reference: 'K7QX\r\nBcc: evil@example.net' });
    expect(subject).not.toMatch(/[\r\n]/u);
  });
});

describe('sealing a value', () => {
  it.each(HOSTILE)('brings %j back', (text) => {
    expect(unseal(seal(text), (value) => value)).toBe(visible(text));
  });

  it.each([[{}], [['list']], [undefined], [true]])('refuses %p, which nobody could read', (value) => {
    expect(() => seal(value)).toThrow(TypeError);
  });
});
