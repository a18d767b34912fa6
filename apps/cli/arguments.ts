import { parseArgs } from 'node:util';
import { WrongUse } from './command.js';

interface Arguments<Option extends string> {
  readonly words: readonly string[];
  readonly options: Readonly<Partial<Record<Option, string>>>;
}

/** Reads what stands after a command's name: so many plain words, and the options it knows. Throws WrongUse. */
export const readArguments = <Option extends string = never>(
  args: readonly string[],
  plainWords: number,
  known: readonly Option[] = [],
): Arguments<Option> => {
  const options = Object.fromEntries(known.map((option) => [option, { type: 'string' } as const]));
  try {
    const { positionals: words, values } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (words.length !== plainWords) {
      throw new WrongUse(words.length > plainWords ? 'There is a word too many.' : 'Something is missing.');
    }
    return { words, options: values as Arguments<Option>['options'] };
  } catch (error) {
    if (error instanceof WrongUse) throw error;
    throw new WrongUse('An option is unknown or has no value.');
  }
};
