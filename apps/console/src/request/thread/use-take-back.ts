import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { RequestPage } from '#contracts/request-page';
import { ApiProblem } from '../../api/api-problem.js';
import { call } from '../../api/call.js';
import { requestKey } from '../../api/keys.js';
import { isAtWork } from '../../app/at-work.js';
import { useProblemText } from '../../app/problem-text.js';
import { usePageTexts } from '../../app/texts.js';
import { useToast } from '../../ui/use-toast.js';
import { returnDraft } from '../drafts.js';
import { useRequest } from '../request-context.js';
import { requestQuery } from '../request-query.js';
import { REPLY_BOX, replyDraft } from './reply-box.js';

/** A message that has not left: its number, and its words as they were typed. */
interface Unsent {
  readonly message: number;
  readonly words: string;
}

/** So often somebody else may be quicker with something else while a message is taken back. */
const TRIES = 3;

/** Takes a message back before it leaves and puts its words into the reply box again; also from another page. */
export const useTakeBack = () => {
  const { t } = usePageTexts('correspondence');
  const toast = useToast();
  const problemText = useProblemText();
  const client = useQueryClient();
  const { reference } = useRequest().page;
  /** Whatever else became of the request: only the message itself says whether it can be taken back. */
  const takeBack = async (message: number, tries: number): Promise<RequestPage> => {
    const { version } = await client.fetchQuery({ ...requestQuery(reference), staleTime: 0 });
    const body = { type: 'takeBackMessage', message } as const;
    const idempotencyKey = crypto.randomUUID();
    return call('command', { params: { reference }, body, version, idempotencyKey }).catch((error: unknown) => {
      if (tries <= 1 || !(error instanceof ApiProblem) || !error.isOutdated) throw error;
      return takeBack(message, tries - 1);
    });
  };
  return useMutation({
    mutationFn: ({ message }: Unsent) => takeBack(message, TRIES),
    onSuccess: (answer, { words }) => {
      client.setQueryData(requestKey(reference), answer);
      returnDraft(replyDraft(reference), words);
      toast.done(t('correspondence.isTakenBack'));
      if (!isAtWork()) document.getElementById(REPLY_BOX)?.focus();
    },
    onError: (error) => {
      toast.failed(problemText(error));
      void client.invalidateQueries({ queryKey: requestKey(reference) });
    },
  });
};
