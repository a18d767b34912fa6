import type { Language, Localised } from '#domain/language';
import type { ProcessingActivity } from '#domain/record-of-processing';
import type { Translate } from '#texts/translator';
import { SummaryList } from './summary-list.js';

interface ActivityProps {
  readonly t: Translate;
  readonly language: Language;
  readonly activity: ProcessingActivity;
}

/** One use of personal data, in the order in which people ask about it. */
export function Activity({ t, language, activity }: ActivityProps) {
  const { legalBasis, legitimateInterest, retention } = activity;
  const list = (items: readonly string[]) => {
    if (items.length < 2) return items[0] ?? t('portal.privacy.none');
    return (
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    );
  };
  const localised = (items: readonly Localised[]) => list(items.map((item) => item[language]));
  const basis = [
    t(`portal.privacy.basis.${legalBasis}`),
    ...(legitimateInterest === null ? [] : [t('portal.privacy.interest', { interest: legitimateInterest[language] })]),
  ];
  return (
    <>
      <h2>{activity.name[language]}</h2>
      <SummaryList
        rows={[
          { label: t('portal.privacy.purposes'), value: localised(activity.purposes) },
          { label: t('portal.privacy.basis'), value: basis.join('; ') },
          { label: t('portal.privacy.subjects'), value: localised(activity.dataSubjects) },
          { label: t('portal.privacy.categories'), value: localised(activity.categories) },
          { label: t('portal.privacy.sources'), value: localised(activity.sources) },
          {
            label: t('portal.privacy.recipients'),
            value: list(
              activity.recipients.map(({ category, names }) =>
                names.length === 0 ? category[language] : `${category[language]}: ${names.join(', ')}`,
              ),
            ),
          },
          {
            label: t('portal.privacy.transfers'),
            value: list(
              activity.transfers.map(({ description, safeguard }) =>
                safeguard === null ? description[language] : `${description[language]} ${safeguard[language]}`,
              ),
            ),
          },
          { label: t('portal.privacy.retention'), value: (retention.period ?? retention.criteria)[language] },
        ]}
      />
    </>
  );
}
