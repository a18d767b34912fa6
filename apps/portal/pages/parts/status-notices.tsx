import { formatDate } from '#texts/dates';
import type { PageProps } from '../page.js';
import { Notice } from './notice.js';

/** What the reader has to know or do first: not yet confirmed, or standing still. */
export function StatusNotices({ frame, t, model }: PageProps<'status'>) {
  const { waitsForConfirmation, pausedSince } = model;
  if (!waitsForConfirmation && pausedSince === null) return null;
  return (
    <Notice>
      {waitsForConfirmation ? <p>{t('portal.status.waits')}</p> : null}
      {pausedSince === null ? null : (
        <p>{t('portal.status.paused', { date: formatDate(pausedSince, frame.language, 'numeric') })}</p>
      )}
    </Notice>
  );
}
