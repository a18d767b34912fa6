import { describe, expect, it } from '@jest/globals';
import { formatDate } from '#texts/dates';
import { loadMessages } from '#texts/load-messages';
import { createTranslator } from '#texts/translator';
import { EXTENDED_CLOCK } from '../../test/fixtures/request.js';
import { roll } from '../../test/fixtures/steps.js';
import { clockText } from './clock-text.js';
import { countedLimits } from './counted-limits.js';
import type { Dates } from '../app/dates.js';
import type { Texts } from '../app/texts.js';

const messages = loadMessages('en');
const t = createTranslator('en', messages);
const write = t as unknown as (key: string, values?: Readonly<Record<string, string | number>>) => string;
const texts: Texts = { language: 'en', t, find: (key, values) => (key in messages ? write(key, values) : null) };

const dates: Dates = {
  short: (date) => formatDate(date, 'en', 'table'),
  numeric: (date) => formatDate(date, 'en', 'numeric'),
  inSentence: (date) => formatDate(date, 'en', 'sentence'),
  long: (date) => formatDate(date, 'en', 'long'),
  withWeekday: (date) => formatDate(date, 'en', 'table', { year: true }),
  moment: (instant) => instant,
};

describe('the count as text', () => {
  it('tells every limit with its steps and rules, once, and by which versions', () => {
    expect(clockText('KMNP-5QRS-6TVW', EXTENDED_CLOCK, texts, dates).split('\n')).toEqual([
      'KMNP-5QRS-6TVW · Mon 23 Nov 2026',
      'Answer by Monday 8 February 2027',
      '',
      'Answer: Mon 8 Feb 2027',
      expect.stringMatching(
        /^1\. The request was received on Tuesday 27 October 2026\..*\(Regulation .* art\. 3\(1\)\)$/,
      ),
      expect.stringMatching(/^2\. .*Thursday 12 November 2026.*\(GDPR art\. 12\(3\)\)$/),
      expect.stringMatching(/^3\. .*Wednesday 27 January 2027/),
      expect.stringMatching(/^4\. The clock stood still for 10 days/),
      expect.stringMatching(/^5\. .*next working day, Monday 8 February 2027/),
      '',
      'Notice of an extension, Refusal: Mon 7 Dec 2026',
      expect.stringMatching(/^1\. /),
      expect.stringMatching(/^2\. /),
      expect.stringMatching(/^3\. /),
      '',
      expect.stringContaining('2026-11-22.1'),
    ]);
  });

  it('says in words how sure a rule is', () => {
    const [first] = EXTENDED_CLOCK.steps;
    if (!first) throw new Error('a clock without steps');
    const unsure = { ...EXTENDED_CLOCK, steps: [{ ...first, certainty: 'unconfirmed' as const }] };
    expect(clockText('KMNP-5QRS-6TVW', unsure, texts, dates)).toContain('confirm with counsel');
  });
});

describe('the limits that are told', () => {
  const clock = {
    ...EXTENDED_CLOCK,
    limits: EXTENDED_CLOCK.limits.map((limit) => ({ ...limit, steps: EXTENDED_CLOCK.steps })),
  };

  it('name those that are counted like the answer without repeating its steps', () => {
    expect(countedLimits(clock).map(({ limits, alike }) => [limits, alike])).toEqual([
      [['due'], false],
      [['extensionNoticeBy', 'refusalNoticeBy'], true],
    ]);
  });

  it('stand apart when one of their steps differs', () => {
    const [notice, refusal] = clock.limits;
    if (!notice || !refusal) throw new Error('a clock without other limits');
    const moved = { ...refusal, steps: [...refusal.steps, roll('2027-02-08', '2027-02-09')] };
    expect(countedLimits({ ...clock, limits: [notice, moved] })).toHaveLength(3);
  });
});
