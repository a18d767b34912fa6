import { nearName } from '#contracts/near-name';
import { SettingsError } from '#contracts/settings';
import { EmbeddedPostgresError } from '#persistence/embedded/error';
import { KeyError } from '#persistence/load-key';
import { COMMANDS, help, usageOf, type CommandEntry } from './commands.js';
import { CommandError, WrongUse, type ExitCode, type Surroundings } from './command.js';
import { reasonOf } from './reason.js';

/** Their messages are sentences for whoever typed the command. */
const EXPECTED = [CommandError, SettingsError, KeyError, EmbeddedPostgresError];

const find = (words: readonly string[]): { command: CommandEntry; args: readonly string[] } | undefined => {
  for (const command of COMMANDS) {
    const name = command.name.split(' ');
    if (name.every((word, index) => words[index] === word)) return { command, args: words.slice(name.length) };
  }
  return undefined;
};

const unknown = (words: readonly string[]): string => {
  const names = COMMANDS.map(({ name }) => name);
  const typed = words.slice(0, 2).join(' ');
  const meant = nearName(typed, names) ?? nearName(words[0] ?? '', names);
  const hint = meant === undefined ? `the commands are ${names.join(', ')} and help.` : `did you mean "${meant}"?`;
  return `There is no such command; ${hint}`;
};

/** Runs one command. Whatever goes wrong is told in one line, without a stack. */
export const run = async (words: readonly string[], surroundings: Surroundings): Promise<ExitCode> => {
  const { print, complain } = surroundings;
  if (words.length === 0) {
    complain('Usage: artikla COMMAND; "artikla help" lists the commands.');
    return 2;
  }
  if (words[0] === 'help' || words[0] === '--help') {
    for (const line of help()) print(line);
    return 0;
  }
  const found = find(words);
  if (found === undefined) {
    complain(unknown(words));
    return 2;
  }
  try {
    const { run: runCommand } = await found.command.load();
    return await runCommand(found.args, surroundings);
  } catch (error) {
    if (error instanceof WrongUse) {
      complain(`${error.message} Usage: ${usageOf(found.command)}`);
      return 2;
    }
    const expected = EXPECTED.some((kind) => error instanceof kind);
    complain(expected ? (error as Error).message : `This should not happen: ${reasonOf(error)}.`);
    return 1;
  }
};
