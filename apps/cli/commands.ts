import type { CommandModule } from './command.js';

export interface CommandEntry {
  readonly name: string;
  /** What stands after the name. */
  readonly arguments: string;
  readonly does: string;
  /** Loaded only when it is called, so that a quick command stays quick. */
  readonly load: () => Promise<CommandModule>;
}

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'clock',
    arguments: '[--language fi|sv|en]',
    does: 'reads requests as lines of JSON and writes their dates, each with its steps; needs no database',
    load: () => import('./clock.js'),
  },
  {
    name: 'doctor',
    arguments: '',
    does: 'checks settings, database, keys, clock, mail, queue, storage and audit, and says what to do',
    load: () => import('./doctor/doctor.js'),
  },
  {
    name: 'clock-jump accept',
    arguments: '',
    does: "says that the database's clock is right after it jumped, so that what waited for it goes on",
    load: () => import('./clock-jump-accept.js'),
  },
  {
    name: 'audit verify',
    arguments: '',
    does: 'computes every chain and checkpoint anew and names the first entry that is wrong',
    load: () => import('./audit-verify.js'),
  },
  {
    name: 'user add',
    arguments: 'EMAIL --role officer|approver|auditor|administrator [--name NAME] [--language fi|sv|en]',
    does: 'opens an account and prints the link of its first sign-in, once',
    load: () => import('./user-add.js'),
  },
  {
    name: 'user reset',
    arguments: 'EMAIL',
    does: 'takes a password away, ends the sessions and prints a new link, once',
    load: () => import('./user-reset.js'),
  },
];

/** How a command is typed. */
export const usageOf = ({ name, arguments: rest }: CommandEntry): string => `artikla ${name} ${rest}`.trimEnd();

/** Every command with what it does. */
export const help = (): readonly string[] => [
  ...COMMANDS.flatMap((command) => [usageOf(command), `    ${command.does}`]),
  'artikla help',
  '    shows this',
  '',
  'Exit code 0: well, 1: the check failed or it could not be done, 2: wrong use.',
];
