import { BadRequestException } from '@nestjs/common';
import { trustedEmail } from '#domain/request/personal';
import type { StaffCommand } from '#contracts/request-page';
import type { Command, CommandType } from '#domain/request/commands';
import type { RequestFile } from './request-file.js';

/** A command of the domain, with what is sealed beside its entry: everything in people's own words. */
interface Translated {
  readonly command: Command;
  readonly content?: object;
}

type Translate<T extends StaffCommand['type']> = (
  given: Extract<StaffCommand, { type: T }>,
  file: RequestFile,
) => Translated;

const choosePerson: Translate<'choosePerson'> = ({ candidate: chosen }, { content, state }) => {
  const candidates = content?.located?.candidates ?? [];
  const command = { type: 'recordLocation', candidates: candidates.length } as const;
  if (chosen === null) {
    return { command: { ...command, location: 'none', reachable: false }, content: { candidates, chosen } };
  }
  const person = candidates[chosen];
  if (person === undefined) {
    throw new BadRequestException({
      code: 'invalid-input',
      errors: [{ path: 'candidate', message: 'is none of the people found' }],
    });
  }
  const reachable = trustedEmail(person, state.receivedOn) !== null;
  return { command: { ...command, location: 'one', reachable }, content: { candidates, chosen } };
};

/** Every command that staff give: what it is in the domain, and how the words are parted from the facts. */
export const STAFF_COMMANDS: {
  readonly [T in StaffCommand['type']]: { readonly becomes: CommandType; readonly translate: Translate<T> };
} = {
  startVerification: { becomes: 'startVerification', translate: (command) => ({ command }) },
  choosePerson: { becomes: 'recordLocation', translate: choosePerson },
  requestCode: { becomes: 'requestCode', translate: (command) => ({ command }) },
  confirmIdentity: {
    becomes: 'confirmIdentity',
    translate: ({ words, ...command }) => ({ command, content: { words } }),
  },
  liftFreeze: { becomes: 'liftFreeze', translate: ({ words, ...command }) => ({ command, content: { words } }) },
  dismiss: { becomes: 'dismiss', translate: ({ words, ...command }) => ({ command, content: { words } }) },
  requestIdentity: {
    becomes: 'requestIdentity',
    translate: ({ words, wanted, ...command }) => ({ command, content: { words, wanted } }),
  },
  requestClarification: {
    becomes: 'requestClarification',
    translate: ({ words, ...command }) => ({ command, content: { words } }),
  },
  recordReply: { becomes: 'recordReply', translate: ({ words, ...command }) => ({ command, content: { words } }) },
  extendDeadline: {
    becomes: 'extendDeadline',
    translate: ({ words, grounds, ...command }) => ({ command, content: { words, grounds } }),
  },
  explainDelay: { becomes: 'explainDelay', translate: ({ words, ...command }) => ({ command, content: { words } }) },
  settleFinding: {
    becomes: 'settleFinding',
    translate: ({ words, ...command }) => ({ command, content: { words } }),
  },
  recordTask: {
    becomes: 'recordTask',
    translate: ({ words, ...command }) => ({ command: { ...command, rows: 0, files: 0 }, content: { words } }),
  },
  decideRight: {
    becomes: 'decideRight',
    translate: ({ words, details, ...command }) => ({ command, content: { words, ...(details && { details }) } }),
  },
  approveRight: { becomes: 'approveRight', translate: (command) => ({ command }) },
  returnRight: { becomes: 'returnRight', translate: ({ words, ...command }) => ({ command, content: { words } }) },
  recordAnswer: {
    becomes: 'recordAnswer',
    translate: ({ words, ...command }) => ({ command: { ...command, by: 'post' }, content: { words } }),
  },
  addNote: { becomes: 'addNote', translate: ({ words, ...command }) => ({ command, content: { words } }) },
  writeMessage: { becomes: 'writeMessage', translate: ({ words, ...command }) => ({ command, content: { words } }) },
  takeBackMessage: { becomes: 'takeBackMessage', translate: (command) => ({ command }) },
  recordMessage: { becomes: 'recordMessage', translate: ({ words, ...command }) => ({ command, content: { words } }) },
  assign: { becomes: 'assign', translate: (command) => ({ command }) },
  chase: { becomes: 'chase', translate: (command) => ({ command }) },
  confirmReceipt: {
    becomes: 'confirmReceipt',
    translate: ({ words, ...command }) => ({ command, content: { words } }),
  },
  markSpam: { becomes: 'markSpam', translate: ({ words, ...command }) => ({ command, content: { words } }) },
  withdraw: { becomes: 'withdraw', translate: ({ words, ...command }) => ({ command, content: { words } }) },
};

/** The domain's command for one that staff gave. Throws 400 `invalid-input` for a candidate who was not found. */
export const translate = (given: StaffCommand, file: RequestFile): Translated =>
  (STAFF_COMMANDS[given.type].translate as Translate<StaffCommand['type']>)(given, file);
