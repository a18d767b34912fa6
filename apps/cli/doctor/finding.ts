/** `warning`: the desk works, somebody should look. `failure`: something the desk promises does not hold. */
export type Level = 'fine' | 'warning' | 'failure';

/** One thing the doctor looked at: what was found and, when it is not fine, what to do. */
export interface Finding {
  readonly level: Level;
  readonly about: string;
  readonly words: string;
}

export const fine = (about: string, words: string): Finding => ({ level: 'fine', about, words });
export const warning = (about: string, words: string): Finding => ({ level: 'warning', about, words });
export const failure = (about: string, words: string): Finding => ({ level: 'failure', about, words });

const MARKS: Readonly<Record<Level, string>> = { fine: '✓', warning: '!', failure: '✗' };

export const lineOf = ({ level, about, words }: Finding): string => `${MARKS[level]} ${about}: ${words}`;
