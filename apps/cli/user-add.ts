import { filledText } from '#contracts/wire';
import { LANGUAGES } from '#domain/language';
import { STAFF_ROLES } from '#domain/request/actor';
import { printFirstSignIn } from './accounts.js';
import { readArguments } from './arguments.js';
import { WrongUse, type CommandModule } from './command.js';

const LONGEST_NAME = 200;

const oneOf = <Value extends string>(name: string, values: readonly Value[], typed: string | undefined): Value => {
  const value = values.find((known) => known === typed);
  if (value === undefined) throw new WrongUse(`Give --${name} as one of ${values.join(', ')}.`);
  return value;
};

/** Until somebody says what they are called, it is the address up to the @. */
const nameOf = (email: string, given: string | undefined): string => {
  const name = filledText(LONGEST_NAME).safeParse(given ?? email.split('@')[0]);
  if (!name.success) throw new WrongUse('Give --name as it should be shown to colleagues.');
  return name.data;
};

/** `artikla user add EMAIL --role ROLE`: opens an account and prints the link of its first sign-in. */
export const run: CommandModule['run'] = async (args, surroundings) => {
  const { words, options } = readArguments(args, 1, ['role', 'name', 'language']);
  const [email = ''] = words;
  const member = {
    email,
    name: nameOf(email, options.name),
    role: oneOf('role', STAFF_ROLES, options.role),
    language: oneOf('language', LANGUAGES, options.language ?? 'fi'),
  };
  await printFirstSignIn(surroundings, (accounts) => accounts.invite(member));
  return 0;
};
