import { formatDate } from '#texts/dates';
import type { PageProps } from '../page.js';
import { Notice } from './notice.js';

/** What the reader has to know or do first: stopped, not yet confirmed, or standing still. */
export function StatusNotices({ frame, t, model }: PageProps<'status'>) {
  const { frozen, waitsForConfirmation, pausedSince } = model;
  if (!frozen && !waitsForConfirmation && pausedSince === null) return null;
  return (
    <Notice>
      {frozen ? <p>{t('portal.status.frozen')}</p> : null}
      {waitsForConfirmation ? <p>{t('portal.status.waits')}</p> : null}
      {pausedSince === null ? null : (
        <p>{t('portal.status.paused', { date: formatDate(pausedSince, frame.language, 'numeric') })}</p>
      )}
    </Notice>
  );
}
