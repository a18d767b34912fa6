import type { ClockStep, ClockView } from '#contracts/clock-view';
import type { Dates } from '../app/dates.js';
import type { Texts } from '../app/texts.js';
import { countedLimits } from './counted-limits.js';
import { certaintyText, ruleText, stepText } from './step-texts.js';
import { whereClockStands } from './where-clock-stands.js';

const stepLines = (steps: readonly ClockStep[], texts: Texts, dates: Dates): string[] =>
  steps.map((step, index) => {
    const source = [ruleText(step, texts), certaintyText(step, texts)].filter((part) => part !== null).join('; ');
    return `${index + 1}. ${stepText(step, texts, dates)} (${source})`;
  });

/** How every date of a request was counted, as plain text for a letter or a file. It names nobody but the reference. */
export const clockText = (reference: string, clock: ClockView, texts: Texts, dates: Dates): string => {
  const { t } = texts;
  const [sentence] = whereClockStands(clock, texts, dates);
  const counted = countedLimits(clock).flatMap(({ limits, date, steps, alike }) => [
    `${limits.map((limit) => t(`console.clock.limit.${limit}`)).join(', ')}: ${
      date === null ? t('console.preview.noDate') : dates.withWeekday(date)
    }`,
    ...(alike ? [t('console.ledger.alike')] : stepLines(steps, texts, dates)),
    '',
  ]);
  return [
    `${reference} · ${dates.withWeekday(clock.today)}`,
    sentence,
    '',
    ...counted,
    t('console.ledger.countedBy', clock.countedBy),
  ].join('\n');
};
