import type { Right } from '#domain/law/rights';
import type { Translate } from '#texts/translator';

/** The rights in the person's own words ("I want to see my data"). */
export function RightList({ t, rights }: { readonly t: Translate; readonly rights: readonly Right[] }) {
  return (
    <ul className="plain">
      {rights.map((right) => (
        <li key={right}>{t(`common.right.${right}.plain`)}</li>
      ))}
    </ul>
  );
}
