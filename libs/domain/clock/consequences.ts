import { isAfter } from './dates.js';
import type { Closing } from './facts.js';
import type { RulePack } from './rule-pack.js';
import { stepBy, type DeadlineStep } from './steps.js';

/** What the law makes of silence and of a refusal: steps that follow the date `due` without moving it. */
export function consequencesOf(
  due: Temporal.PlainDate,
  closing: Closing | null,
  { silence, appeal }: RulePack,
  asOf: Temporal.PlainDate | null,
): readonly DeadlineStep[] {
  const steps: DeadlineStep[] = [];
  const seen = closing?.on ?? asOf;
  if (closing?.deemed) {
    steps.push(stepBy(closing.deemed.by, due, due, 'deemed_withdrawn', { on: closing.deemed.on }));
  }
  if (silence && seen && isAfter(seen, due)) steps.push(stepBy(silence, due, due, 'deemed_refused'));
  if (appeal && closing?.by === 'refused') {
    const { length, unit, source } = appeal.within;
    steps.push(stepBy(source, due, due, 'appeal', { length, unit, more: appeal.more }));
  }
  return steps;
}
