import { acceptClock } from '#persistence/clock-watermark-rows';
import { readArguments } from './arguments.js';
import { withDesk } from './desk.js';
import type { CommandModule } from './command.js';

/** `artikla clock-jump accept`: the clock has been looked at and is right, so what waited for it goes on. */
export const run: CommandModule['run'] = async (args, surroundings) => {
  readArguments(args, 0);
  const accepted = await withDesk(surroundings, ({ database }) => acceptClock(database, 'operator'));
  surroundings.print(
    accepted
      ? 'The clock counts from here; what waited for it goes on.'
      : 'The clock is believed already; nothing waits for it.',
  );
  return 0;
};
