import { describe, expect, it } from '@jest/globals';
import { hashPassword, passwordProblem, verifyPassword } from './passwords.js';

describe('a new password', () => {
  it.each([
    ['eleven char', 'password-too-short'],
    ['😀😀😀😀😀😀', 'password-too-short'],
    ['x'.repeat(1001), 'password-too-long'],
    ['123456789012', 'password-common'],
    ['Salasana1234', 'password-common'],
    ['LÖSENORD1234', 'password-common'],
    ['correct horse battery staple', 'password-common'],
    ['aaaaaaaaaaaaaaaa', 'password-common'],
    ['kaksitoista!', null],
    [' twelve chars', null],
    ['ÅÄÖåäöÅÄÖåäö', null],
  ])('%j: %s', (password, problem) => {
    expect(passwordProblem(password)).toBe(problem);
  });
});

describe('a password', () => {
  const verifies = async (set: string, typed: string) => verifyPassword(await hashPassword(set), typed);

  it('counts exactly as typed: spaces, case and letters that look alike', async () => {
    expect(await verifies(' Päätös on tehty ', ' Päätös on tehty ')).toBe(true);
    expect(await verifies(' Päätös on tehty ', 'Päätös on tehty')).toBe(false);
    expect(await verifies('Päätös on tehty', 'päätös on tehty')).toBe(false);
    expect(await verifies('Päätös on tehty', 'Päätös on tehty'.normalize('NFD'))).toBe(false);
  });

  it('is kept as argon2id with at least 19 MiB, two passes and a salt of its own', async () => {
    const hashes = await Promise.all([hashPassword('kaksitoista!'), hashPassword('kaksitoista!')]);
    expect(hashes[0]).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(hashes[0]).not.toBe(hashes[1]);
  });

  it('of nobody is verified with the same work and never right', async () => {
    expect(await verifyPassword(null, 'kaksitoista!')).toBe(false);
  });
});
