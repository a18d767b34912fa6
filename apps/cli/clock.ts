import { loadCalendars } from '#calendars/calendars';
import type { ClockAnswer, ClockFailure } from '#contracts/clock-answer';
import { LANGUAGES } from '#domain/language';
import { readArguments } from './arguments.js';
import { createAnswerer } from './clock-answers.js';
import { stepWriter } from './clock-sentences.js';
import { WrongUse, type CommandModule } from './command.js';
import { linesOf, TOO_LONG } from './lines.js';

const UNREADABLE: ClockFailure = { id: null, error: { code: 'bad-json', message: 'The line is too long.' } };

const isFailure = (answer: ClockAnswer | ClockFailure): answer is ClockFailure => 'error' in answer;

const isBlank = (line: string | typeof TOO_LONG): boolean => line !== TOO_LONG && line.trim() === '';

/**
 * `artikla clock`: a line of JSON with dates for each line of JSON with facts, in the same order; blank lines have no
 * answer. Exit 1, after the last line, when any was bad. Asks no database and writes no file.
 */
export const run: CommandModule['run'] = async (args, { input, write }) => {
  const { options } = readArguments(args, 0, ['language']);
  const language = LANGUAGES.find((known) => known === (options.language ?? 'en'));
  if (language === undefined) throw new WrongUse(`Give --language as one of ${LANGUAGES.join(', ')}.`);
  const answer = createAnswerer(await loadCalendars(process.cwd()), stepWriter(language));
  let bad = false;
  for await (const lines of linesOf(input)) {
    const answers = lines
      .filter((line) => !isBlank(line))
      .map((line) => (line === TOO_LONG ? UNREADABLE : answer(line)));
    bad ||= answers.some(isFailure);
    // A whole batch at once, and the next only when it was taken: the memory stays flat however long the input is.
    await write(answers.map((one) => `${JSON.stringify(one)}\n`).join(''));
  }
  return bad ? 1 : 0;
};
