import { useCallback } from 'react';
import { useSession } from '../session/session-context.js';
import { useTexts } from './texts.js';

/** The name behind an actor of the ledger (`staff:<id>`, `person`, `desk`). The ledger itself keeps no names. */
export const useActorName = (): ((actor: string) => string) => {
  const { t } = useTexts();
  const { staff } = useSession();
  return useCallback(
    (actor) => {
      if (actor === 'person') return t('common.role.person');
      if (actor === 'desk') return t('common.role.desk');
      const id = actor.replace(/^staff:/u, '');
      return staff.find((member) => member.id === id)?.name ?? t('console.actor.former');
    },
    [t, staff],
  );
};
