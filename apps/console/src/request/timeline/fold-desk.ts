import type { TimelineEntry } from '#contracts/request-page';

type Group = readonly [first: TimelineEntry, ...rest: TimelineEntry[]];

/** Fewer than this stand for themselves. */
const WORTH_FOLDING = 3;

const folds = ({ actor, note }: TimelineEntry): boolean => actor === 'desk' && note === null;

/** Puts runs of what the desk did by itself together; everything else stays alone, and the order stays as it is. */
export const foldDesk = (entries: readonly TimelineEntry[]): readonly Group[] => {
  const runs: [TimelineEntry, ...TimelineEntry[]][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last && folds(last[0]) && folds(entry)) last.push(entry);
    else runs.push([entry]);
  }
  return runs.flatMap((run): readonly Group[] =>
    run.length < WORTH_FOLDING ? run.map((entry): Group => [entry]) : [run],
  );
};
