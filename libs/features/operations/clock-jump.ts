import { readClock } from '#persistence/clock-watermark-rows';
import type { SqlSession } from '#persistence/database';

const WORDS = { behind: 'fell behind', ahead: 'ran ahead of time' } as const;

/** Null while the database's clock is believed, otherwise what happened, what waits and what to do. */
export const clockJumpProblem = async (session: SqlSession): Promise<string | null> => {
  const { jump } = await readClock(session);
  if (jump === null) return null;
  const [seen, expected] = [jump.seen, jump.expected].map((moment) => new Date(moment).toISOString());
  return (
    `The database's clock ${WORDS[jump.direction]} (it showed ${seen}, expected was ${expected}), so letters to people and ` +
    'work in registers wait; set the clock right, or say "artikla clock-jump accept" when it is.'
  );
};
