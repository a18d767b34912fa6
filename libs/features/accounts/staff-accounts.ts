import { randomUUIDv7 } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { mailAddressOf, matchingForm } from '#letters/mail-address';
import { Database, type SqlSession } from '#persistence/database';
import { newToken, tokenHash } from '#persistence/tokens';
import { hashPassword, passwordProblem, type PasswordProblem } from './passwords.js';
import { Sessions } from './sessions.js';
import { noteChange } from './staff-changes.js';
import type { Language } from '#domain/language';
import type { StaffRole } from '#domain/request/actor';

/** How long the link of a first sign-in holds. */
export const INVITE_HOURS = 24;

export type AccountErrorCode = 'account-exists' | 'account-unknown' | 'mail-address-not-valid' | PasswordProblem;

/** What the administrator of accounts asked for cannot be done; `code` says why and holds nobody's address. */
export class AccountError extends Error {
  override readonly name = 'AccountError';

  constructor(readonly code: AccountErrorCode) {
    super(`Staff account: ${code}.`);
  }
}

export interface NewStaffMember {
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly language: Language;
}

/** The form in which staff addresses are stored and compared. Throws `mail-address-not-valid`. */
const staffEmail = (typed: string): string => {
  const address = mailAddressOf(typed);
  if (address === null) throw new AccountError('mail-address-not-valid');
  return matchingForm(address);
};

/** Throws `password-too-short`, `password-too-long` or `password-common`. */
const hashNew = async (password: string): Promise<string> => {
  const problem = passwordProblem(password);
  if (problem !== null) throw new AccountError(problem);
  return hashPassword(password);
};

/** The accounts of the people who work at the desk. Nobody has a password that somebody else chose. */
@Injectable()
export class StaffAccounts {
  constructor(
    private readonly database: Database,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Opens an account and returns the token of its first sign-in. `byId` as in `Note`.
   * Throws `account-exists`, `mail-address-not-valid`.
   */
  async invite({ email, name, role, language }: NewStaffMember, byId: string | null = null): Promise<string> {
    const token = newToken();
    const userId = randomUUIDv7();
    await this.database.transaction(async (session) => {
      const made = await session.query(
        `insert into staff_user (id, email, name, role, language, invite_hash, invite_expires_at, created_at)
         values ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(hours => $7), artikla.now())
         on conflict (email) do nothing returning id`,
        [userId, staffEmail(email), name, role, language, tokenHash(token), INVITE_HOURS],
      );
      if (made.length === 0) throw new AccountError('account-exists');
      await noteChange(session, { userId, what: 'invited', role, byId });
    });
    return token;
  }

  /**
   * Takes the password of somebody away, signs them out and returns the token of a new first sign-in.
   * Throws `account-unknown`, also for somebody who has left.
   */
  async resetInvite(email: string, byId: string | null = null): Promise<string> {
    const token = newToken();
    await this.#change(
      email,
      `password_hash = null, invite_hash = $2, invite_expires_at = clock_timestamp() + make_interval(hours => $3)`,
      [tokenHash(token), INVITE_HOURS],
      (session, userId) => noteChange(session, { userId, what: 'reset', byId }),
    );
    return token;
  }

  /** Sets a password without an invitation: the demo's people. Throws `account-unknown` or a problem of the password. */
  async setPassword(email: string, password: string): Promise<void> {
    await this.#change(email, 'password_hash = $2, invite_hash = null, invite_expires_at = null', [
      await hashNew(password),
    ]);
  }

  /** Closes the account of somebody who left; what they did keeps their name. Throws `account-unknown`. */
  async disable(email: string): Promise<void> {
    await this.#change(
      email,
      'password_hash = null, invite_hash = null, disabled_at = clock_timestamp()',
      [],
      (session, userId) => noteChange(session, { userId, what: 'disabled', byId: null }),
    );
  }

  /**
   * The first sign-in: takes the token, once, and sets the password. Returns the id of the account, null when the token
   * is unknown, used or too old. Throws a problem of the password, which leaves the token as it is.
   */
  async acceptInvite(token: string, password: string): Promise<string | null> {
    const passwordHash = await hashNew(password);
    const [account] = await this.database.query<{ id: string }>(
      `update staff_user set password_hash = $2, invite_hash = null, invite_expires_at = null, failed_attempts = 0,
         locked_until = null, last_sign_in_at = clock_timestamp()
       where invite_hash = $1 and invite_expires_at > clock_timestamp() and disabled_at is null returning id`,
      [tokenHash(token), passwordHash],
    );
    return account?.id ?? null;
  }

  async chooseLanguage(id: string, language: Language): Promise<void> {
    await this.database.query('update staff_user set language = $2 where id = $1', [id, language]);
  }

  async chooseKeys(id: string, singleKeys: boolean): Promise<void> {
    await this.database.query('update staff_user set single_keys = $2 where id = $1', [id, singleKeys]);
  }

  /** Changes an account and ends its sessions. `columns` is our own text; `$1` is the address, values begin at `$2`. */
  async #change(
    email: string,
    columns: string,
    values: readonly unknown[],
    note?: (session: SqlSession, userId: string) => Promise<void>,
  ): Promise<void> {
    await this.database.transaction(async (session) => {
      const [account] = await session.query<{ id: string }>(
        `update staff_user set ${columns}, failed_attempts = 0, locked_until = null
         where email = $1 and disabled_at is null returning id`,
        [staffEmail(email), ...values],
      );
      if (account === undefined) throw new AccountError('account-unknown');
      await this.sessions.endAll(account.id, session);
      await note?.(session, account.id);
    });
  }
}
