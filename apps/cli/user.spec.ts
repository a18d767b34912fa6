import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sessions } from '#features/accounts/sessions';
import { StaffAccounts } from '#features/accounts/staff-accounts';
import { openCommandDesk, runCommand, type CommandDesk } from '#test/support/command';

const EMAIL = 'maija.malli@example.org';
const PASSWORD = 'seitsemän pientä aurinkopaneelia';

let desk: CommandDesk;
let accounts: StaffAccounts;

beforeAll(async () => {
  desk = await openCommandDesk();
  accounts = new StaffAccounts(desk.database, new Sessions(desk.database));
});
afterAll(() => desk.close());

const user = (...words: string[]) => runCommand(['user', ...words], desk.env);
const tokenIn = (printed: readonly string[]): string => printed.at(-1)?.split('#token=')[1] ?? '';
const stored = async () => {
  const [row] = await desk.database.query<{ name: string; role: string; language: string }>(
    'select name, role, language from staff_user where email = $1',
    [EMAIL],
  );
  return row;
};

describe('artikla user add', () => {
  it('asks for a role that exists', async () => {
    expect(await user('add', EMAIL)).toMatchObject({
      code: 2,
      complained: [expect.stringMatching(/^Give --role as one of officer, approver, auditor, administrator\. Usage: /)],
    });
    expect((await user('add', EMAIL, '--role', 'king')).code).toBe(2);
    expect(await stored()).toBeUndefined();
  });

  it('opens the account and prints the link of the first sign-in', async () => {
    const { code, printed, complained } = await user('add', EMAIL, '--role', 'approver');
    expect({ code, complained }).toEqual({ code: 0, complained: [] });
    expect(printed.at(-1)).toMatch(/^http:\/\/localhost:3000\/first-sign-in#token=[\w-]{43}$/);
    expect(await stored()).toEqual({ name: 'maija.malli', role: 'approver', language: 'fi' });
    expect(await accounts.acceptInvite(tokenIn(printed), PASSWORD)).not.toBeNull();
  });

  it('does not open a second one for the same address', async () => {
    expect(await user('add', EMAIL.toUpperCase(), '--role', 'officer')).toEqual({
      code: 1,
      printed: [],
      complained: ['This address has an account; "artikla user reset" makes a new link for it.'],
    });
    expect((await stored())?.role).toBe('approver');
  });

  it('takes a name and a language, and the address of the console from the settings', async () => {
    const words = ['user', 'add', 'anna@example.org', '--role', 'officer', '--name', 'Anna Malli', '--language', 'sv'];
    const { printed } = await runCommand(words, { ...desk.env, CONSOLE_URL: 'https://desk.example.org/' });
    expect(printed.at(-1)).toMatch(/^https:\/\/desk\.example\.org\/first-sign-in#token=/);
    const [row] = await desk.database.query(`select name, language from staff_user where email = 'anna@example.org'`);
    expect(row).toEqual({ name: 'Anna Malli', language: 'sv' });
  });

  it('repeats no address that it cannot use', async () => {
    const { code, complained } = await user('add', 'not an address', '--role', 'officer');
    expect(code).toBe(2);
    expect(complained.join()).not.toContain('not an address');
  });
});

describe('artikla user reset', () => {
  it('prints a new link and takes the password away', async () => {
    const { code, printed } = await user('reset', EMAIL);
    expect(code).toBe(0);
    const [row] = await desk.database.query('select password_hash from staff_user where email = $1', [EMAIL]);
    expect(row).toEqual({ password_hash: null });
    expect(await accounts.acceptInvite(tokenIn(printed), PASSWORD)).not.toBeNull();
  });

  it('knows no account that is not there', async () => {
    expect(await user('reset', 'nobody@example.org')).toEqual({
      code: 1,
      printed: [],
      complained: ['This address has no account, or its account is closed; "artikla user add" opens one.'],
    });
  });
});
