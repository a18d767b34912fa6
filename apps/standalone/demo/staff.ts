import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StaffRole } from '#domain/request/actor';
import type { Language } from '#domain/language';
import type { StaffAccounts } from '#features/accounts/staff-accounts';
import type { Database } from '#persistence/database';

export interface DemoStaff {
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly language: Language;
}

/** Invented colleagues on a reserved domain. */
export const DEMO_STAFF: readonly DemoStaff[] = [
  { email: 'tiina.tietosuoja@aurinkosahko.example', name: 'Tiina Tietosuoja', role: 'officer', language: 'fi' },
  { email: 'henrik.hyvaksyja@aurinkosahko.example', name: 'Henrik Hyväksyjä', role: 'approver', language: 'sv' },
  { email: 'aila.yllapitaja@aurinkosahko.example', name: 'Aila Ylläpitäjä', role: 'administrator', language: 'en' },
];

const passwordFile = (dataDir: string): string => join(dataDir, 'demo-password');

/** Opens the demo's accounts with one random password, kept in the data folder so that each start can show it. */
export const createStaff = async (accounts: StaffAccounts, dataDir: string): Promise<void> => {
  const password = randomBytes(9).toString('base64url');
  for (const member of DEMO_STAFF) {
    await accounts.invite(member);
    await accounts.setPassword(member.email, password);
  }
  await writeFile(passwordFile(dataDir), `${password}\n`, { mode: 0o600 });
};

/** The demo's password, or null when its file is gone. */
export const demoPassword = (dataDir: string): Promise<string | null> =>
  readFile(passwordFile(dataDir), 'utf8').then(
    (text) => text.trim(),
    () => null,
  );

/** The ids of the demo's officer and approver. */
export const staffIds = async (database: Database): Promise<Readonly<Record<'officer' | 'approver', string>>> => {
  const rows = await database.query<{ id: string; email: string }>('select id, email from staff_user');
  const idOf = (role: StaffRole): string => {
    const email = DEMO_STAFF.find((member) => member.role === role)?.email;
    return rows.find((row) => row.email === email)?.id ?? '';
  };
  return { officer: idOf('officer'), approver: idOf('approver') };
};
