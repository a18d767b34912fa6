import type { StatusRight } from '#contracts/portal-pages';
import { formatDate } from '#texts/dates';
import type { Surroundings } from '../page.js';

/** Each right on its own: one may be answered while another is still being gathered. */
export function StatusRights({ frame, t, rights }: Surroundings & { readonly rights: readonly StatusRight[] }) {
  return (
    <ul className="rights">
      {rights.map(({ right, stage, ending, answeredOn }) => (
        <li key={right}>
          <span>{t(`common.right.${right}.plain`)}</span>
          <span className="state">
            <span className={ending === null ? 'pill open' : 'pill'}>
              {ending === null ? t(`common.stage.${stage}`) : t(`common.outcome.${ending}`)}
            </span>
            {answeredOn === null ? null : (
              <span className="hint">
                {t('portal.status.answered_on', { date: formatDate(answeredOn, frame.language, 'numeric') })}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
