import { translatorFor } from '#texts/load-messages';
import type { Language } from '#domain/language';
import type { RecordOfProcessing } from '#domain/record-of-processing';
import type { PackageTexts, RegisterFacts } from './package-index-content.js';

/** The words of a package in the person's language. */
export const packageTexts = (language: Language): PackageTexts => {
  const t = translatorFor(language);
  return {
    title: t('package.title'),
    introduction: t('package.introduction'),
    skipToContent: t('package.skip_to_content'),
    reference: t('package.reference'),
    controller: t('package.controller'),
    collectedOn: t('package.collected_on'),
    contents: t('package.contents'),
    letter: t('package.letter'),
    nothingHeld: t('package.nothing_held'),
    machineReadable: t('package.machine_readable'),
    listen: t('package.listen'),
    download: t('package.download'),
    fileLeftOut: t('package.file_left_out'),
    manifest: t('package.manifest'),
    yes: t('package.yes'),
    no: t('package.no'),
    noValue: t('package.no_value'),
  };
};

const joined = (parts: readonly string[]): string => parts.join('; ');

/** What the record of processing says of the activities behind each register (GDPR art. 15(1)(a), (c), (d), (g)). */
export const registerFacts = (
  record: RecordOfProcessing,
  activitiesOf: Readonly<Record<string, readonly string[]>>,
  language: Language,
): RegisterFacts => {
  const t = translatorFor(language);
  return Object.fromEntries(
    Object.entries(activitiesOf).map(([register, ids]) => {
      const activities = record.activities.filter(({ id }) => ids.includes(id));
      const all = (pick: (activity: (typeof activities)[number]) => readonly { [L in Language]: string }[]): string =>
        joined([...new Set(activities.flatMap(pick).map((text) => text[language]))]);
      return [
        register,
        [
          { term: t('package.purposes'), text: all(({ purposes }) => purposes) },
          { term: t('package.sources'), text: all(({ sources }) => sources) },
          { term: t('package.recipients'), text: all(({ recipients }) => recipients.map(({ category }) => category)) },
          { term: t('package.retention'), text: all(({ retention }) => [retention.period ?? retention.criteria]) },
        ].filter(({ text }) => text !== ''),
      ];
    }),
  );
};
