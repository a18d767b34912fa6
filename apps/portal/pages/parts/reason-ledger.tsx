import type { Language } from '#domain/language';
import type { ClockStep } from '#contracts/clock-view';
import { formatDate } from '#texts/dates';
import type { KeyOf, Translate } from '#texts/translator';
import type { Surroundings } from '../page.js';

const CIVIL_DATE = /^\d{4}-\d{2}-\d{2}$/u;

type Value = ClockStep['params'][keyof ClockStep['params']];

/** Dates and holidays travel as data and are written in the reader's language. */
const written = (value: Value, language: Language): string | number | undefined => {
  if (typeof value === 'object') return value.map((name) => name[language]).join(', ');
  return typeof value === 'string' && CIVIL_DATE.test(value) ? formatDate(value, language, 'sentence') : value;
};

const valuesOf = ({ from, to, params }: ClockStep, language: Language) =>
  Object.fromEntries(Object.entries({ ...params, from, to }).map(([name, value]) => [name, written(value, language)]));

/** A step names its texts as data: which values they need is known where the step was made, not here. */
type TranslateStep = (key: KeyOf<'clock'>, values: Readonly<Record<string, string | number | undefined>>) => string;

const textOf = (t: Translate, key: string, values: ReturnType<typeof valuesOf>): string =>
  (t as TranslateStep)(key as KeyOf<'clock'>, values);

/** How the date was counted: one plain sentence for each step of the count, with its rule, ending at the date. */
export function ReasonLedger({ frame, t, steps }: Surroundings & { readonly steps: readonly ClockStep[] }) {
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="reason">
      <h2 id="reason">{t('portal.reason.title')}</h2>
      <ol className="ledger">
        {steps.map((step) => (
          <li key={`${step.rule} ${step.because} ${step.from} ${step.to}`}>
            {textOf(t, step.because, valuesOf(step, frame.language))}
            <span className="hint">{textOf(t, `clock.rule.${step.rule}`, {})}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
