import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import type { WorkingCalendar } from '#domain/clock/calendar';
import { computeDeadlines } from '#domain/clock/deadlines';
import type { ClockEvent } from '#domain/clock/facts';
import { rulePackFor } from '#domain/clock/rule-packs';
import { stepToJson, stepValues } from '#domain/clock/step-json';
import { sentenceKey, type DeadlineStep } from '#domain/clock/steps';
import { LANGUAGES, type Language } from '#domain/language';
import { formatDate, type DateStyle } from '#texts/dates';
import { loadMessages } from '#texts/load-messages';
import { LOCALES } from '#texts/locales';

const EU_RULES = rulePackFor('EU_GDPR', { receivedOn: '2026-01-01' });

const calendar: WorkingCalendar = {
  version: 'independence day',
  country: 'FI',
  isPublicHoliday: (date) => date.month === 12 && date.day === 6,
  holidayName: (date) =>
    date.month === 12 && date.day === 6
      ? { fi: 'itsenäisyyspäivä', sv: 'självständighetsdagen', en: 'Independence Day' }
      : null,
};

const stepsOf = (receivedOn: string, ...events: ClockEvent[]) =>
  computeDeadlines({ receivedOn, events }, calendar, EU_RULES, Temporal.PlainDate.from('2026-12-01')).steps;

/** Fails on a key without a text and on a text whose parameter is missing. */
function write(key: string, step: DeadlineStep, language: Language, style: DateStyle = 'sentence'): string {
  const texts: Readonly<Record<string, string>> = loadMessages(language);
  const values = stepValues(stepToJson(step), language, (date) => formatDate(date, language, style));
  return String(new IntlMessageFormat(texts[key] ?? '', LOCALES[language]).format(values)).replace(/\s/gu, ' ');
}

const sentence = (steps: readonly DeadlineStep[], language: Language) =>
  steps.map((step) => write(sentenceKey(step), step, language, 'table')).join(' → ');

describe('the one sentence of the clock card', () => {
  it.each([
    ['fi', 'Vastaanotettu la 31.1. → kuukausi päättyy la 28.2. → seuraava työpäivä ma 2.3.'],
    ['sv', 'Mottagen lör 31 jan. → månaden löper ut lör 28 feb. → följande arbetsdag mån 2 mars'],
    ['en', 'Received Sat 31 Jan → the month ends Sat 28 Feb → next working day Mon 2 Mar'],
  ] as const)('%s: %s', (language, expected) => {
    expect(sentence(stepsOf('2026-01-31'), language)).toBe(expected);
  });

  it('names the holiday', () => {
    expect(sentence(stepsOf('2026-11-06'), 'fi')).toBe(
      'Vastaanotettu pe 6.11. → kuukausi päättyy su 6.12. → itsenäisyyspäivä: seuraava työpäivä ma 7.12.',
    );
  });
});

const HISTORIES: Record<string, readonly DeadlineStep[]> = {
  'same date, holiday': stepsOf('2026-11-06'),
  'end of month, weekend': stepsOf('2026-01-31'),
  'pause and extension': stepsOf(
    '2026-10-27',
    { type: 'identity_requested', on: '2026-10-30' },
    { type: 'clarification_requested', on: '2026-11-02' },
    { type: 'identity_confirmed', on: '2026-11-09' },
    { type: 'clarified', on: '2026-11-09' },
    { type: 'extended', on: '2026-11-12' },
    { type: 'extended', on: '2026-11-13' },
  ),
  'open question': stepsOf('2026-11-02', { type: 'identity_requested', on: '2026-11-30' }),
  'too late': stepsOf(
    '2026-01-31',
    { type: 'extended', on: '2026-03-03' },
    { type: 'clarification_requested', on: '2026-03-04' },
  ),
};

describe.each(LANGUAGES)('why a date is what it is, in %s', (language) => {
  it.each(Object.keys(HISTORIES))('every step has a text, a short one and a rule: %s', (name) => {
    const texts: Readonly<Record<string, string>> = loadMessages(language);
    for (const step of HISTORIES[name] ?? []) {
      expect(write(step.because, step, language)).not.toMatch(/^$|[{}]|undefined/);
      expect(write(sentenceKey(step), step, language)).not.toMatch(/^$|[{}]|undefined/);
      expect(texts[`clock.rule.${step.rule}`]).toBeTruthy();
    }
  });
});

describe('the text of a pause', () => {
  it.each([
    [
      'fi',
      'Henkilöllisyyden varmistamista ja pyynnön täsmentämistä odotettiin 10 päivää: määräaika keskeytyi perjantaina 30. lokakuuta 2026 ja jatkui maanantaina 9. marraskuuta 2026. Määräaika päättyy lauantaina 6. helmikuuta 2027.',
    ],
    [
      'sv',
      'Fastställandet av identiteten och preciseringen av begäran inväntades i 10 dagar: tidsfristen avbröts fredag 30 oktober 2026 och fortsatte måndag 9 november 2026. Tidsfristen löper ut lördag 6 februari 2027.',
    ],
    [
      'en',
      'The clock stood still for 10 days, waiting for proof of identity and a clarification of the request: it stopped on Friday 30 October 2026 and ran on from Monday 9 November 2026. The time limit ends on Saturday 6 February 2027.',
    ],
  ] as const)('%s', (language, expected) => {
    const pause = HISTORIES['pause and extension']?.find(({ because }) => because === 'clock.because.pause');
    expect(pause && write(pause.because, pause, language)).toBe(expected);
  });
});
