import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { BULK_AT_ONCE } from '#contracts/bulk-limits';
import type { BulkAction, BulkResult, Chosen } from '#contracts/queue-bulk';
import { call } from '../../api/call.js';
import { COUNTS_KEY, QUEUE_KEY } from '../../api/keys.js';

export interface BulkProgress {
  readonly total: number;
  readonly results: readonly BulkResult[];
  /** Nothing more is coming: all is done, it was stopped, or the line broke. */
  readonly ended: boolean;
  readonly error: Error | null;
}

const portions = (chosen: readonly Chosen[]): Chosen[][] =>
  Array.from({ length: Math.ceil(chosen.length / BULK_AT_ONCE) }, (_, index) =>
    chosen.slice(index * BULK_AT_ONCE, (index + 1) * BULK_AT_ONCE),
  );

/** Does one thing to many requests, some at a time; a portion that is sent again does nothing twice. */
export const useBulk = () => {
  const client = useQueryClient();
  const [progress, setProgress] = useState<BulkProgress | null>(null);
  const stopped = useRef(false);
  const run = async (action: BulkAction, chosen: readonly Chosen[]): Promise<readonly BulkResult[]> => {
    stopped.current = false;
    let results: readonly BulkResult[] = [];
    let error: Error | null = null;
    setProgress({ total: chosen.length, results, ended: false, error });
    for (const portion of portions(chosen)) {
      if (stopped.current || error !== null) break;
      const answer = await call('bulk', { body: { action, chosen: portion } }).catch((broken: Error) => broken);
      if (answer instanceof Error) error = answer;
      else results = [...results, ...answer.results];
      setProgress({ total: chosen.length, results, ended: false, error });
    }
    setProgress({ total: chosen.length, results, ended: true, error });
    await Promise.all([
      client.invalidateQueries({ queryKey: QUEUE_KEY }),
      client.invalidateQueries({ queryKey: COUNTS_KEY }),
    ]);
    return results;
  };
  return { progress, run, stop: () => (stopped.current = true) };
};
