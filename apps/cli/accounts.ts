import { AccountError, INVITE_HOURS, StaffAccounts } from '#features/accounts/staff-accounts';
import { Sessions } from '#features/accounts/sessions';
import { CommandError, WrongUse, type Surroundings } from './command.js';
import { withDesk } from './desk.js';

/** What cannot be done, without the address of anybody: standard error often ends up in a log. */
const explain = (error: unknown): unknown => {
  if (!(error instanceof AccountError)) return error;
  switch (error.code) {
    case 'account-exists':
      return new CommandError('This address has an account; "artikla user reset" makes a new link for it.');
    case 'account-unknown':
      return new CommandError('This address has no account, or its account is closed; "artikla user add" opens one.');
    case 'mail-address-not-valid':
      return new WrongUse('That is no mail address.');
    default:
      return error;
  }
};

/** Gets a token for a first sign-in and prints its link. The token stands after the #, so that no server ever logs it. */
export const printFirstSignIn = async (
  surroundings: Surroundings,
  invite: (accounts: StaffAccounts) => Promise<string>,
): Promise<void> => {
  const link = await withDesk(surroundings, async ({ settings, database }) => {
    const token = await invite(new StaffAccounts(database, new Sessions(database))).catch((error: unknown) => {
      throw explain(error);
    });
    return `${settings.CONSOLE_URL}/first-sign-in#token=${token}`;
  });
  surroundings.print(`First sign-in, once and within ${INVITE_HOURS} hours:`);
  surroundings.print(link);
};
