import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { clockAnswer, clockFailure, type ClockAnswer, type ClockFailure } from '#contracts/clock-answer';
import { CLOCK_EVENT_TYPES } from '#domain/clock/facts';
import { REGIMES } from '#domain/clock/rule-packs';
import { LANGUAGES } from '#domain/language';
import { runCommand } from '#test/support/command';

type Line = ClockAnswer | ClockFailure;

const anyAnswer = z.union([clockAnswer, clockFailure]);

const clock = async (input: string, ...words: string[]) => {
  const { code, printed, complained } = await runCommand(['clock', ...words], {}, input);
  return { code, complained, answers: printed.map((line) => JSON.parse(line) as Line) };
};

const answerTo = async (line: Readonly<Record<string, unknown>>): Promise<Line | undefined> => {
  const { answers } = await clock(JSON.stringify({ id: 'A1', regime: 'EU_GDPR', country: 'FI', ...line }));
  return answers[0];
};

const codeOf = (answer: Line | undefined): string | undefined =>
  answer && 'error' in answer ? answer.error.code : undefined;

describe('artikla clock', () => {
  it('answers a line with every date and its steps, the keys in the order of the contract', async () => {
    const events = [
      { type: 'identity_requested', at: '2025-02-05' },
      { type: 'identity_confirmed', at: '2025-02-12' },
      { type: 'extended', at: '2025-02-20' },
    ];
    const answer = clockAnswer.parse(await answerTo({ received: '2025-01-31', events }));
    expect(answer).toMatchObject({
      id: 'A1',
      due: '2025-05-07',
      baseDue: '2025-05-07',
      acknowledgeBy: null,
      extensionNoticeBy: '2025-03-07',
      refusalNoticeBy: '2025-03-07',
      extensionValid: true,
      state: 'running',
    });
    expect(Object.keys(answer)).toEqual(Object.keys(clockAnswer.shape));
    expect(answer.steps.map(({ key }) => key)).toEqual(['receipt', 'extended', 'month_end', 'pause']);
    expect(answer.steps[0]).toMatchObject({ rule: 'reg-1182-71-3-1', from: '2025-01-31', to: '2025-01-31' });
    expect(Object.keys(answer.steps[0] ?? {})).toEqual(['rule', 'from', 'to', 'because', 'key', 'citation']);
  });

  it.each([
    ['en', /^The request was received on Saturday 31 January 2026\./],
    ['fi', /lauantaina 31\. tammikuuta 2026/],
    ['sv', /lördag(en)? (den )?31 januari 2026/],
  ])('writes the steps in %s', async (language, sentence) => {
    const line = { id: 1, regime: 'EU_GDPR', country: 'FI', received: '2026-01-31' };
    const { answers } = await clock(JSON.stringify(line), '--language', language);
    expect(clockAnswer.parse(answers[0]).steps[0]?.because).toMatch(sentence);
  });

  it.each([
    ['en', / The appeal .+\. This rule has not been checked against its source yet: confirm with counsel\.$/],
    ['fi', / Vaatimus .+\. Tätä sääntöä ei ole vielä tarkistettu lähteestä: varmista juristilta\.$/],
    ['sv', / Det ska .+\. Regeln har ännu inte kontrollerats mot källan: bekräfta med en jurist\.$/],
  ])('tells in words how sure a rule is, in %s', async (language, sentence) => {
    const events = [{ type: 'refused', at: '2026-02-02' }];
    const line = { regime: 'US_VA_VCDPA', country: 'US', received: '2026-01-31', events };
    const { answers } = await clock(JSON.stringify(line), '--language', language);
    const step = clockAnswer.parse(answers[0]).steps.at(-1);
    expect(step?.because).toMatch(sentence);
    expect(step?.certainty).toBe('unconfirmed');
  });

  it('has words for every step of every regime, in every language', async () => {
    const stories = [
      [],
      ['extended'],
      ['identity_requested'],
      ['fee_requested'],
      ['clarification_requested', 'refused'],
    ];
    const lines = REGIMES.flatMap((regime) =>
      stories.map((types) => ({
        regime,
        country: 'FI',
        received: '2026-03-25',
        events: types.map((type) => ({ type, at: '2026-03-26', until: '2026-06-01' })),
      })),
    );
    for (const language of LANGUAGES) {
      const { answers, code } = await clock(
        lines.map((line) => JSON.stringify(line)).join('\n'),
        '--language',
        language,
      );
      expect(code).toBe(0);
      for (const answer of answers) expect(clockAnswer.safeParse(answer).error).toBeUndefined();
    }
  });

  it('answers in the order of the input, passes blank lines over, and ends with 1 when a line was bad', async () => {
    const good = (id: string) => JSON.stringify({ id, regime: 'EU_GDPR', country: 'SE', received: '2026-01-31' });
    expect(await clock(`${good('a')}\n\n  \r\n${good('b')}\r\n`)).toMatchObject({
      code: 0,
      complained: [],
      answers: [{ id: 'a' }, { id: 'b' }],
    });
    expect(await clock(`${good('a')}\nnonsense\n${good('b')}`)).toMatchObject({
      code: 1,
      complained: [],
      answers: [{ id: 'a' }, { id: null, error: { code: 'bad-json' } }, { id: 'b', due: '2026-03-02' }],
    });
    expect(await clock('')).toEqual({ code: 0, complained: [], answers: [] });
  });

  it.each([
    [['now'], 'There is a word too many.'],
    [['--language', 'de'], 'Give --language as one of fi, sv, en.'],
    [['--fast'], 'An option is unknown or has no value.'],
  ])('is used wrongly with %j', async (words, why) => {
    expect(await clock('{}', ...words)).toEqual({
      code: 2,
      complained: [`${why} Usage: artikla clock [--language fi|sv|en]`],
      answers: [],
    });
  });

  it.each([
    ['unknown-regime', { regime: 'EU' }],
    ['unknown-country', { country: 'fi' }],
    ['unknown-country', { country: undefined }],
    ['unknown-region', { region: 'FI-BY' }],
    ['unknown-event', { events: [{ type: 'forgotten', at: '2026-02-02' }] }],
    ['bad-date', { received: '2026-02-30' }],
    ['bad-date', { received: '2026-02-02T10:00' }],
    ['bad-date', { asOf: '2026-01-30' }],
    ['bad-date', { timeZone: 'Europe/Helsingfors' }],
    ['event-before-receipt', { events: [{ type: 'extended', at: '2026-01-30' }] }],
    [
      'event-before-receipt',
      { received: '2026-01-31T10:00Z', events: [{ type: 'extended', at: '2026-01-31T09:59Z' }] },
    ],
    ['answer-without-question', { events: [{ type: 'clarified', at: '2026-02-02' }] }],
    ['answer-without-question', { regime: 'US_VA_VCDPA', events: [{ type: 'fee_paid', at: '2026-02-02' }] }],
    ['calendar-out-of-range', { received: '1999-12-31' }],
    ['calendar-out-of-range', { received: '2075-12-15' }],
    ['calendar-out-of-range', { regime: 'US_VA_VCDPA', country: 'US', received: '1850-01-01' }],
    ['calendar-out-of-range', { regime: 'US_VA_VCDPA', country: 'US', received: '2075-12-15' }],
    ['calendar-out-of-range', { asOf: '2090-01-01' }],
    [
      'calendar-out-of-range',
      { regime: 'CH_FADP', country: 'CH', events: [{ type: 'extended', at: '2026-02-02', until: '9999-12-31' }] },
    ],
    ['bad-date', { regime: 'CH_FADP', events: [{ type: 'extended', at: '2026-02-02', until: '2026-02-01' }] }],
    ['answer-without-question', { events: ['answered', 'fee_paid'].map((type) => ({ type, at: '2026-02-02' })) }],
    ['bad-json', { events: 'none' }],
    ['bad-json', { timezone: 'Europe/Helsinki' }],
  ])('refuses as %s what holds %j', async (code, fault) => {
    expect(codeOf(await answerTo({ received: '2026-01-31', ...fault }))).toBe(code);
  });

  it('counts by the place, the type of request and the day it is looked at', async () => {
    const due = async (line: Readonly<Record<string, unknown>>) => {
      const answer = clockAnswer.parse(await answerTo(line));
      return answer.due ?? answer.frozenDue;
    };
    // Corpus Christi is a holiday in Bavaria, but not in all of Germany.
    expect(await due({ country: 'DE', received: '2026-05-04' })).toBe('2026-06-04');
    expect(await due({ country: 'DE', region: 'DE-BY', received: '2026-05-04' })).toBe('2026-06-05');
    const california = { regime: 'US_CA_CCPA', country: 'US', region: 'US-CA', received: '2026-03-02' };
    expect(await due(california)).toBe('2026-04-16');
    expect(await due({ ...california, requestType: 'opt_out' })).toBe('2026-03-23');
    const paused = { received: '2026-01-05', events: [{ type: 'identity_requested', at: '2026-01-12' }] };
    expect(await due(paused)).toBe('2026-02-05');
    expect(await due({ ...paused, asOf: '2026-01-19' })).toBe('2026-02-12');
    expect(await due({ ...paused, asOf: '2026-01-11' })).toBe('2026-02-05');
  });

  it('does what its document shows', async () => {
    const document = await readFile(new URL('../../docs/clock.md', import.meta.url), 'utf8');
    const [, line = ''] = /echo '(.+)' \|/.exec(document) ?? [];
    const [, shown = ''] = /```json\n([^`]+)```/.exec(document) ?? [];
    const expected = clockAnswer.parse(JSON.parse(shown));
    const { engineVersion, calendarVersion } = expected;
    const [answer] = (await clock(line)).answers;
    expect({ ...answer, engineVersion, calendarVersion }).toEqual(expected);
  });
});

/** A line as it might come: mostly right, with something odd here and there. */
const anyLine = (() => {
  const day = fc
    .integer({ min: 0, max: 30_000 })
    .map((days) => Temporal.PlainDate.from('1998-01-01').add({ days }).toString());
  const zone = fc.constantFrom('', 'Z', '+02:00', '-08:00', '+99:00');
  const moment = fc.oneof(
    { weight: 4, arbitrary: day },
    { weight: 2, arbitrary: fc.tuple(day, zone).map(([date, offset]) => `${date}T23:59:59${offset}`) },
    fc.string(),
  );
  const odd = <T>(usual: fc.Arbitrary<T>) => fc.oneof({ weight: 12, arbitrary: usual }, fc.jsonValue());
  const event = fc.record(
    { type: odd(fc.constantFrom(...CLOCK_EVENT_TYPES)), at: odd(moment), sufficient: fc.boolean(), until: odd(day) },
    { requiredKeys: ['type', 'at'] },
  );
  const line = fc.record(
    {
      regime: odd(fc.constantFrom(...REGIMES)),
      country: odd(fc.constantFrom('FI', 'SE', 'DE', 'GB', 'US', 'CH', 'NZ')),
      region: odd(fc.constantFrom('DE-BY', 'GB-SCT', 'US-CA', 'FI-01')),
      received: odd(moment),
      events: odd(fc.array(odd(event), { maxLength: 5 })),
      asOf: odd(moment),
      timeZone: odd(fc.constantFrom('Europe/Helsinki', 'America/Los_Angeles')),
      requestType: odd(fc.constantFrom('access', 'opt_out', 'simplified')),
    },
    { requiredKeys: ['regime', 'country', 'received'] },
  );
  return fc.oneof({ weight: 5, arbitrary: line }, fc.jsonValue());
})();

describe('whatever comes', () => {
  it('every line gets one answer, in order, and nothing breaks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyLine, { maxLength: 20 }), async (values) => {
        const lines = values.map((value, id) =>
          JSON.stringify(
            typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value, id } : value,
          ),
        );
        const { code, complained, answers } = await clock(lines.join('\n'));
        expect(complained).toEqual([]);
        expect(answers).toHaveLength(lines.length);
        expect(code).toBe(answers.some((answer) => 'error' in answer) ? 1 : 0);
        for (const [index, answer] of answers.entries()) {
          expect(answer.id).toBe(lines[index]?.startsWith('{') ? index : null);
          expect(anyAnswer.safeParse(answer).error).toBeUndefined();
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is no line of JSON is told so', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (text) => {
        const lines = text.split('\n').filter((line) => line.trim() !== '');
        expect((await clock(text)).answers).toHaveLength(lines.length);
      }),
      { numRuns: 100 },
    );
  });
});
