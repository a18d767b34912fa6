import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import type { WorkingCalendar } from '#domain/clock/calendar';
import { computeDeadlines } from '#domain/clock/deadlines';
import type { ClockEvent } from '#domain/clock/facts';
import type { Source } from '#domain/clock/rule-pack';
import { rulePackFor, RULES_OF_REGIMES } from '#domain/clock/rule-packs';
import { stepToJson, stepValues } from '#domain/clock/step-json';
import { BECAUSES, sentenceKey, type DeadlineStep } from '#domain/clock/steps';
import { LANGUAGES, type Language } from '#domain/language';
import { formatDate, type DateStyle } from '#texts/dates';
import { loadMessages } from '#texts/load-messages';
import { LOCALES } from '#texts/locales';

const calendar: WorkingCalendar = {
  version: 'independence day',
  country: 'FI',
  isPublicHoliday: (date) => date.month === 12 && date.day === 6,
  holidayName: (date) =>
    date.month === 12 && date.day === 6
      ? { fi: 'itsenäisyyspäivä', sv: 'självständighetsdagen', en: 'Independence Day' }
      : null,
};

/** The steps as they are on 1 December 2026. */
const stepsIn =
  (regime: string, requestType = 'access') =>
  (receivedOn: string, ...events: ClockEvent[]) => {
    const rules = rulePackFor(regime, { receivedOn, requestType });
    return computeDeadlines({ receivedOn, events }, calendar, rules, Temporal.PlainDate.from('2026-12-01')).steps;
  };

const stepsOf = stepsIn('EU_GDPR');

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
  'proof that restarts the period': stepsIn('UK_GDPR')(
    '2026-11-02',
    { type: 'clarification_requested', on: '2026-11-03' },
    { type: 'identity_requested', on: '2026-11-04' },
    { type: 'clarified', on: '2026-11-05' },
    { type: 'identity_confirmed', on: '2026-11-09' },
  ),
  'proof that is missing': stepsIn('UK_GDPR')('2026-11-02', { type: 'identity_requested', on: '2026-11-04' }),
  'a fee that is missing': stepsIn('UK_GDPR')('2026-11-02', { type: 'fee_requested', on: '2026-11-04' }),
  'a share of the cost': stepsIn('CH_FADP')(
    '2026-11-02',
    { type: 'fee_requested', on: '2026-11-04' },
    { type: 'fee_paid', on: '2026-11-05' },
  ),
  'time to think': stepsIn('CH_FADP')('2026-11-02', { type: 'fee_requested', on: '2026-11-25' }),
  'time to think that passed in silence': stepsIn('CH_FADP')('2026-11-02', { type: 'fee_requested', on: '2026-11-04' }),
  'a told date': stepsIn('CH_FADP')('2026-11-02', { type: 'extended', on: '2026-11-04', until: '2026-12-30' }),
  'no told date': stepsIn('CH_FADP')('2026-11-02', { type: 'extended', on: '2026-11-04' }),
  'days, a question without effect and an appeal': stepsIn('US_CO_CPA')(
    '2026-11-02',
    { type: 'identity_requested', on: '2026-11-04' },
    { type: 'extended', on: '2026-11-05' },
    { type: 'refused', on: '2026-11-06' },
  ),
  'an appeal within one number': stepsIn('US_VA_VCDPA')('2026-11-02', { type: 'refused', on: '2026-11-06' }),
  'a last day that is not moved': stepsIn('BR_LGPD')('2026-11-06', { type: 'extended', on: '2026-11-09' }),
  'at once': stepsIn('BR_LGPD', 'simplified')('2026-11-06'),
  'working days': stepsIn('NZ_PA')('2026-11-06'),
  'silence after the last day': stepsIn('CA_QC_L25')('2026-10-02'),
  'a question that the closing cut off': stepsOf(
    '2026-11-02',
    { type: 'identity_requested', on: '2026-11-04' },
    { type: 'refused', on: '2026-11-09' },
  ),
  'proof that never came': stepsIn('UK_GDPR')(
    '2026-11-02',
    { type: 'identity_requested', on: '2026-11-04' },
    { type: 'answered', on: '2026-11-09' },
  ),
  'a published period': stepsIn('IN_DPDP')('2026-10-02'),
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

describe('every text is written', () => {
  it('for each reason that a step can have', () => {
    const met = new Set(Object.values(HISTORIES).flatMap((steps) => steps.map(({ because }) => because)));
    expect([...met].toSorted()).toEqual(BECAUSES.map((because) => `clock.because.${because}`).toSorted());
  });

  it.each(LANGUAGES)('for each rule and each mark, in %s', (language) => {
    const texts: Readonly<Record<string, string>> = loadMessages(language);
    const sources = sourcesIn(RULES_OF_REGIMES);
    const keys = sources.flatMap(({ rule, certainty }) => [
      `clock.rule.${rule}`,
      ...(certainty ? [`clock.certainty.${certainty}`] : []),
    ]);
    expect(keys).toEqual(
      expect.arrayContaining(['clock.certainty.unconfirmed', 'clock.certainty.interpretation', 'clock.rule.lgpd-19']),
    );
    expect([...new Set(keys)].filter((key) => !texts[key])).toEqual([]);
  });

  it('in English as the citation that stands beside the number', () => {
    const texts: Readonly<Record<string, string>> = loadMessages('en');
    for (const { rule, citation } of sourcesIn(RULES_OF_REGIMES)) expect(texts[`clock.rule.${rule}`]).toBe(citation);
  });

  it.each(LANGUAGES)('and no rule or reason besides, in %s', (language) => {
    const rules = new Set(sourcesIn(RULES_OF_REGIMES).map(({ rule }) => `clock.rule.${rule}`));
    const reasons = new Set(BECAUSES.map((because) => `clock.because.${because}`));
    const written = Object.keys(loadMessages(language));
    expect(written.filter((key) => key.startsWith('clock.rule.') && !rules.has(key))).toEqual([]);
    expect(written.filter((key) => key.startsWith('clock.because.') && !reasons.has(key))).toEqual([]);
  });
});

/** Every source in the rules, however deep. */
function sourcesIn(value: unknown): Source[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('rule' in value && 'citation' in value) return [value as Source];
  return Object.values(value).flatMap(sourcesIn);
}

describe('the text of a pause', () => {
  it.each([
    [
      'fi',
      'Henkilöllisyyden varmistamista ja pyynnön täsmentämistä odotettiin 10 päivää: määräaika keskeytyi perjantaina 30. lokakuuta 2026 ja jatkui maanantaina 9. marraskuuta 2026. Määräaika tulee täyteen lauantaina 6. helmikuuta 2027.',
    ],
    [
      'sv',
      'Fastställandet av identiteten och preciseringen av begäran inväntades i 10 dagar: tidsfristen avbröts fredag 30 oktober 2026 och fortsatte måndag 9 november 2026. Tidsfristen löper till lördag 6 februari 2027.',
    ],
    [
      'en',
      'The clock stood still for 10 days, waiting for proof of identity and a clarification of the request: it stopped on Friday 30 October 2026 and ran on from Monday 9 November 2026. The time limit runs to Saturday 6 February 2027.',
    ],
  ] as const)('%s', (language, expected) => {
    const pause = HISTORIES['pause and extension']?.find(({ because }) => because === 'clock.because.pause');
    expect(pause && write(pause.because, pause, language)).toBe(expected);
  });
});

describe('the text tells what happened', () => {
  const seen = (regime: string, receivedOn: string, asOf: string, ...events: ClockEvent[]) =>
    computeDeadlines(
      { receivedOn, events },
      calendar,
      rulePackFor(regime, { receivedOn }),
      Temporal.PlainDate.from(asOf),
    );
  const english = (step: DeadlineStep | undefined) => step && write(step.because, step, 'en');

  it('an open pause that counts both its ends names the day it was looked at', () => {
    const asked: ClockEvent = { type: 'clarification_requested', on: '2026-03-12' };
    expect(english(seen('UK_GDPR', '2026-03-03', '2026-03-20', asked).steps.at(2))).toContain(
      'If the answer comes on Friday 20 March 2026, that is 9 days, and the time limit runs to Sunday 12 April 2026.',
    );
  });

  it('proof that never came did not arrive', () => {
    const events: ClockEvent[] = [
      { type: 'identity_requested', on: '2026-03-05' },
      { type: 'answered', on: '2026-03-10' },
    ];
    expect(english(seen('UK_GDPR', '2026-03-03', '2026-03-20', ...events).steps[1])).toBe(
      'Proof of identity was asked for on Thursday 5 March 2026 and had not arrived when the request was closed on Tuesday 10 March 2026. The time limit is counted from that day: Tuesday 10 March 2026.',
    );
    expect(english(seen('EU_GDPR', '2026-03-03', '2026-03-20', ...events).steps.at(2))).toContain(
      'no answer had come when the request was closed on Tuesday 10 March 2026. That is 5 days',
    );
  });

  it('a person may think until the moved day, though the time starts after the unmoved one', () => {
    const asked: ClockEvent = { type: 'fee_requested', on: '2026-03-04' };
    const thinking = seen('CH_FADP', '2026-03-02', '2026-03-10', asked).steps[1];
    expect(english(thinking)).toContain('can agree until Monday 16 March 2026');
    expect(english(thinking)).toContain('The days for thinking end on Saturday 14 March 2026');
    expect(thinking?.certainty).toBe('interpretation');
    const silent = seen('CH_FADP', '2026-03-02', '2026-03-20', asked).steps.at(-1);
    expect(english(silent)).toContain('by Monday 16 March 2026');
  });

  it('what is due at once counts no days', () => {
    expect(stepsIn('BR_LGPD', 'simplified')('2026-11-06').map(english)[0]).toBe(
      'The request was received on Friday 6 November 2026.',
    );
  });
});
