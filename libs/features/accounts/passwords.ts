import { readFileSync } from 'node:fs';
import { hash, verify, type Options } from '@node-rs/argon2';

/** The least that OWASP advises for argon2id, which is the library's default algorithm: 19 MiB, two passes, one lane. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

const SHORTEST = 12;
/** Long enough for any passphrase, short enough that hashing one costs nothing more. */
const LONGEST = 1000;

/** Only those of twelve characters or more: shorter ones are refused anyway. */
const COMMON = new Set(
  readFileSync(new URL('./common-passwords.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')),
);

export type PasswordProblem = 'password-too-short' | 'password-too-long' | 'password-common';

const isOneCharacter = (password: string): boolean => new Set(password).size === 1;

/**
 * What is wrong with a new password, or null. No rules of composition and no trimming: it counts exactly as typed
 * (NIST SP 800-63B, section 3.1.1.2; ASVS 6.2).
 */
export const passwordProblem = (password: string): PasswordProblem | null => {
  const length = [...password].length;
  if (length < SHORTEST) return 'password-too-short';
  if (length > LONGEST) return 'password-too-long';
  return isOneCharacter(password) || COMMON.has(password.toLowerCase()) ? 'password-common' : null;
};

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** The hash of a password that nobody knows: verified for people who do not exist, so that time tells nothing. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$bCgcwEGB/X66Y1nuyDzGEA$SV5JlSaIvqkns7d9NGbssG3E7hDZUXR+ZQKHWYdZ7zQ';

/** Always does the work of one verification; without a hash the answer is no. */
export const verifyPassword = async (passwordHash: string | null, password: string): Promise<boolean> => {
  const matches = await verify(passwordHash ?? NOBODY, password);
  return matches && passwordHash !== null;
};
