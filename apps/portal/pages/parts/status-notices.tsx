import { formatDate } from '#texts/dates';
import type { PageProps } from '../page.js';
import { Notice } from './notice.js';

/** What the reader has to know or do first: not yet confirmed, or waited for. */
export function StatusNotices({ frame, t, model }: PageProps<'status'>) {
  const { waitsForConfirmation, pausedSince, clock } = model;
  if (!waitsForConfirmation && pausedSince === null) return null;
  const why = clock === 'not_started' ? 'portal.status.not_started' : 'portal.status.paused';
  return (
    <Notice>
      {waitsForConfirmation ? <p>{t('portal.status.waits')}</p> : null}
      {pausedSince === null ? null : <p>{t(why, { date: formatDate(pausedSince, frame.language, 'numeric') })}</p>}
    </Notice>
  );
}
