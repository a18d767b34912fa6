import type { Translate } from '#texts/translator';

/** Rights, person, check. */
const STEPS = 3;

/** How far along the three questions the reader is. */
export function Step({ t, step }: { readonly t: Translate; readonly step: 1 | 2 | 3 }) {
  return <p className="step">{t('portal.frame.step', { step, steps: STEPS })}</p>;
}
