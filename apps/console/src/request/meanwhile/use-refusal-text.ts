import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { ApiProblem } from '../../api/api-problem.js';
import { useProblemText } from '../../app/problem-text.js';
import { useTexts } from '../../app/texts.js';
import { useSession } from '../../session/session-context.js';
import { useRequest } from '../request-context.js';
import { requestQuery } from '../request-query.js';
import { entriesSince, lastSeq } from './entries-since.js';
import { useEntryWords } from './use-entry-words.js';

/** Why a command was refused: where somebody was quicker, who did what and when, from the page as it is now. */
export const useRefusalText = (): ((error: Error) => Promise<string>) => {
  const { t } = useTexts();
  const { user } = useSession();
  const { page } = useRequest();
  const client = useQueryClient();
  const problemText = useProblemText();
  const words = useEntryWords();
  return useCallback(
    async (error) => {
      if (!(error instanceof ApiProblem) || !error.isOutdated) return problemText(error);
      const now = await client.fetchQuery({ ...requestQuery(page.reference), staleTime: 0 }).catch(() => page);
      const [last] = entriesSince(now.timeline, lastSeq(page.timeline), user.id);
      return last === undefined ? problemText(error) : t('live.conflict.undone', { ...words(last, now) });
    },
    [client, page, problemText, t, user.id, words],
  );
};
