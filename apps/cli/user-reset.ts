import { printFirstSignIn } from './accounts.js';
import { readArguments } from './arguments.js';
import type { CommandModule } from './command.js';

/** `artikla user reset EMAIL`: for somebody who forgot the password, or lost the link. */
export const run: CommandModule['run'] = async (args, surroundings) => {
  const [email = ''] = readArguments(args, 1).words;
  await printFirstSignIn(surroundings, (accounts) => accounts.resetInvite(email));
  return 0;
};
