import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { createAnswerer } from '#apps/cli/clock-answers';
import { stepWriter } from '#apps/cli/clock-sentences';
import { loadCalendars } from '#calendars/calendars';

/** A rule of law in words, a line as `artikla clock` reads it (a text is sent as it stands), and what must be answered. */
interface HandCase {
  readonly why: string;
  readonly input: string | Readonly<Record<string, unknown>>;
  readonly expect: Readonly<Record<string, unknown>>;
}

/** Worked out by hand and by a second program, from the law and with tables of holidays of its own. */
const TABLE = readFileSync(new URL('./hand-table.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as HandCase);

const answer = createAnswerer(await loadCalendars(process.cwd()), stepWriter('en'));

describe('the clock, against dates worked out by hand', () => {
  it('proves each rule under a name of its own', () => {
    expect(new Set(TABLE.map(({ why }) => why)).size).toBe(TABLE.length);
  });

  it.each(TABLE)('$why', ({ input, expect: expected }) => {
    const answered = answer(typeof input === 'string' ? input : JSON.stringify(input));
    expect(answered).toMatchObject(expected);
  });
});
