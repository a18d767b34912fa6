import type { ClockPreview } from '#contracts/clock-preview';
import { useDates } from '../../app/dates.js';
import { useTexts } from '../../app/texts.js';

/** Why, in one sentence; whoever listens instead of looking is told the date of the answer with it. */
export const PreviewReason = ({ preview: { because, limits } }: { preview: ClockPreview }) => {
  const { t } = useTexts();
  const dates = useDates();
  const due = limits.find(({ limit }) => limit === 'due');
  const values = { days: because.days ?? 0, date: because.on === null ? '' : dates.inSentence(because.on) };
  return (
    <>
      {t(`console.preview.because.${because.key}`, values)}{' '}
      {due?.fate === 'moves' && due.after !== null && (
        <span className="visually-hidden">{t('console.preview.newDue', { date: dates.inSentence(due.after) })}</span>
      )}
    </>
  );
};
