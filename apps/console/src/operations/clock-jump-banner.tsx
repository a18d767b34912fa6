import { IconClockExclamation } from '@tabler/icons-react';
import type { ClockJumpView } from '#contracts/operations';
import { call } from '../api/call.js';
import { useDates } from '../app/dates.js';
import { usePageTexts } from '../app/texts.js';
import { useSession } from '../session/session-context.js';
import { Banner } from '../ui/banner.js';
import { Button } from '../ui/button.js';
import { useOperation } from './use-operation.js';

/** The clock is not believed, what waits for it, and the way to say that it is right. */
export const ClockJumpBanner = ({ jump: { direction, expected, seen, noticedAt } }: { jump: ClockJumpView }) => {
  const { t } = usePageTexts('operations');
  const dates = useDates();
  const { role } = useSession().user;
  const accept = useOperation<void>(() => call('acceptClock', {}), t('operations.jump.accepted'));
  const moments = { expected: dates.moment(expected), seen: dates.moment(seen), noticed: dates.moment(noticedAt) };
  return (
    <Banner
      tone="overdue"
      icon={<IconClockExclamation size={20} />}
      actions={
        role === 'administrator' && (
          <Button size="xs" busy={accept.isPending} onClick={() => accept.mutate()}>
            {t('operations.jump.accept')}
          </Button>
        )
      }
    >
      <strong>{t(`operations.jump.${direction}`, moments)}</strong>
      <p>{t('operations.jump.means')}</p>
      {role !== 'administrator' && <p>{t('operations.jump.whoAccepts')}</p>}
    </Banner>
  );
};
