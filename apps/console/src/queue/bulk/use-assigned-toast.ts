import { useQueryClient } from '@tanstack/react-query';
import type { BulkResult } from '#contracts/queue-bulk';
import { call } from '../../api/call.js';
import { COUNTS_KEY, QUEUE_KEY } from '../../api/keys.js';
import { useProblemText } from '../../app/problem-text.js';
import { useTexts } from '../../app/texts.js';
import { useSession } from '../../session/session-context.js';
import { useToast } from '../../ui/use-toast.js';
import { BULK_AT_ONCE } from '#contracts/bulk-limits';

/** Gives each back to who had it before; what somebody changed since is left as it is. */
const giveBack = async (results: readonly BulkResult[]): Promise<void> => {
  const groups = Map.groupBy(results, ({ assigneeBefore }) => assigneeBefore);
  for (const [assignee, of] of groups) {
    const chosen = of.map(({ reference, version }) => ({ reference, version: version ?? 1 }));
    for (let from = 0; from < chosen.length; from += BULK_AT_ONCE) {
      await call('bulk', {
        body: { action: { type: 'assign', assignee }, chosen: chosen.slice(from, from + BULK_AT_ONCE) },
      });
    }
  }
};

/** Says to whom how many were given, and how to undo it. */
export const useAssignedToast = () => {
  const { t } = useTexts();
  const { staff } = useSession();
  const client = useQueryClient();
  const toast = useToast();
  const problemText = useProblemText();
  const undo = async (results: readonly BulkResult[]): Promise<void> => {
    await giveBack(results).then(
      () => toast.done(t('queue.undone')),
      (error: Error) => toast.failed(problemText(error)),
    );
    await Promise.all([
      client.invalidateQueries({ queryKey: QUEUE_KEY }),
      client.invalidateQueries({ queryKey: COUNTS_KEY }),
    ]);
  };
  return (results: readonly BulkResult[], assignee: string): void => {
    const done = results.filter(({ result }) => result === 'done');
    if (done.length === 0) return;
    const name = staff.find(({ id }) => id === assignee)?.name ?? t('queue.filter.nobody');
    toast.done(t('queue.bulk.assigned', { count: done.length, name }), {
      words: t('queue.undo'),
      run: () => void undo(done),
    });
  };
};
