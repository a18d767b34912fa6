import type { FailureView } from '#contracts/request-page';
import { useDates } from '../app/dates.js';
import { useTexts } from '../app/texts.js';
import { useRequest } from './request-context.js';

/** What does not succeed, why, and what becomes of it. `about` is a task, a letter or a right. */
export const FailureLine = ({ failure: { effect, about, code, dead, retryAt } }: { failure: FailureView }) => {
  const { t, find } = useTexts();
  const dates = useDates();
  const { page } = useRequest();
  const task = page.rights.flatMap(({ tasks }) => tasks).find(({ id }) => id === about);
  const name = task?.registerName ?? find(`console.letter.${about}`) ?? find(`common.right.${about}`) ?? about ?? '';
  const what = find(`console.failure.${effect}`, { about: name }) ?? effect;
  const reason = find(`console.failureReason.${code}`) ?? code;
  const fate =
    dead || retryAt === null
      ? t('console.failure.dead', { code: reason })
      : t('console.failure.retries', { code: reason, moment: dates.moment(retryAt) });
  return (
    <li>
      {what}: {fate}
    </li>
  );
};
