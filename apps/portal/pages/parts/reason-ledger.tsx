import { stepValues } from '#domain/clock/step-json';
import type { ClockStep } from '#contracts/clock-view';
import { formatDate } from '#texts/dates';
import type { KeyOf, Translate } from '#texts/translator';
import type { Surroundings } from '../page.js';

/** A step names its texts as data: which values they need is known where the step was made, not here. */
type TranslateStep = (key: KeyOf<'clock'>, values: Readonly<Record<string, string | number>>) => string;

const textOf = (t: Translate, key: string, values: Readonly<Record<string, string | number>>): string =>
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
            {textOf(
              t,
              step.because,
              stepValues(step, frame.language, (date) => formatDate(date, frame.language, 'sentence')),
            )}
            <span className="hint">{textOf(t, `clock.rule.${step.rule}`, {})}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
