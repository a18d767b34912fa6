import { checkpointFile } from '#features/audit/checkpoint-file';
import { verifyLedger } from '#features/audit/verify';
import { readArguments } from './arguments.js';
import { loadKeyring, withDesk } from './desk.js';
import type { CommandModule } from './command.js';

/** `artikla audit verify`: exit 0 when all is as it was recorded; otherwise the first bad entry and exit 1. */
export const run: CommandModule['run'] = async (args, surroundings) => {
  readArguments(args, 0);
  const { entries, chains, checkpoints, outside, firstBad } = await withDesk(
    surroundings,
    async ({ settings, database }) => {
      const { verifyingKey } = await loadKeyring(settings);
      return verifyLedger(database, verifyingKey, checkpointFile(settings.DATA_DIR));
    },
  );
  if (firstBad !== null) {
    surroundings.print(`${firstBad.reference} seq ${firstBad.seq}: ${firstBad.why}`);
    return 1;
  }
  surroundings.print(
    `All is as it was recorded. Entries: ${entries}, chains: ${chains}, checkpoints: ${checkpoints}, outside the database: ${outside}.`,
  );
  return 0;
};
