import type { DecisionDetails } from '#contracts/request-page';
import type { Right } from '#domain/law/rights';
import { useTexts } from '../../app/texts.js';
import { RadioList } from '../../ui/radio-list.js';
import { CorrectionFields } from './correction-fields.js';
import { RESTRICTIONS, REVIEWS } from './decision-options.js';

interface DecisionDetailsProps {
  readonly right: Right;
  readonly details: DecisionDetails;
  readonly change: (details: DecisionDetails) => void;
  /** Something that the letter must tell is missing, and the reader has tried to send. */
  readonly incomplete: boolean;
}

/** What the letter about some rights must tell besides the answer itself. */
export const DecisionDetailsFields = ({ right, details, change, incomplete }: DecisionDetailsProps) => {
  const { t } = useTexts();
  const error = incomplete ? t('console.dialog.choose') : null;
  switch (right) {
    case 'rectification':
      return (
        <CorrectionFields
          corrections={details.corrections ?? []}
          change={(corrections) => change({ ...details, corrections })}
          incomplete={incomplete}
        />
      );
    case 'restriction':
      return (
        <RadioList
          label={t('console.dialog.decideRight.restriction')}
          chosen={details.restriction ?? null}
          options={RESTRICTIONS.map((value) => ({
            value,
            label: t(`console.dialog.decideRight.restriction.${value}`),
          }))}
          onChoose={(restriction) => change({ ...details, restriction })}
          error={error}
        />
      );
    case 'automated_decision':
      return (
        <RadioList
          label={t('console.dialog.decideRight.review')}
          chosen={details.review ?? null}
          options={REVIEWS.map((value) => ({ value, label: t(`console.dialog.decideRight.review.${value}`) }))}
          onChoose={(review) => change({ ...details, review })}
          error={error}
        />
      );
    default:
      return null;
  }
};
