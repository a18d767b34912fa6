import { describe, expect, it } from '@jest/globals';
import { check, constantFrom, emailAddress, oneof, property, string } from 'fast-check';
import { mailAddressOf, matchingForm } from '#letters/mail-address';

const LONG_LOCAL = 'a'.repeat(64);
const LONG_LABEL = 'a'.repeat(63);

describe('an address that mail is sent to', () => {
  it.each([
    ['anna@example.com', 'anna@example.com'],
    ['  anna@example.com ', 'anna@example.com'],
    ['Anna.Example+dsr@EXAMPLE.com', 'Anna.Example+dsr@example.com'],
    ["o'hara_{x}|~#!$%&*/=?^-@example.org", "o'hara_{x}|~#!$%&*/=?^-@example.org"],
    ['anna@äiti.example', 'anna@xn--iti-pla.example'],
    ['anna@ÄITI.example', 'anna@xn--iti-pla.example'],
    ['anna@xn--iti-pla.example', 'anna@xn--iti-pla.example'],
    ['anna@a-b.c1.example', 'anna@a-b.c1.example'],
    [`${LONG_LOCAL}@example.com`, `${LONG_LOCAL}@example.com`],
    [`a@${LONG_LABEL}.example`, `a@${LONG_LABEL}.example`],
  ])('is %j', (typed, address) => {
    expect(mailAddressOf(typed)).toBe(address);
  });

  it.each([
    '',
    '@',
    'anna',
    'anna@',
    '@example.com',
    'anna@localhost',
    'anna@@example.com',
    'anna@example@example.com',
    // Line ends and control characters: the first of these was delivered to the second address only.
    'anna@example.com\r\nBcc: evil@example.net',
    'anna@example.com\r\n',
    '\nanna@example.com',
    'anna@example.com\n',
    'an\rna@example.com',
    'anna@exam\nple.com',
    'anna\t@example.com',
    'anna@example.com\t',
    'anna\0@example.com',
    'anna@example.com\0.example.net',
    // Lists, groups, display names, angle brackets.
    'anna@example.com, evil@example.net',
    'anna@example.com,evil@example.net',
    'anna@example.com;evil@example.net',
    'anna@example.com evil@example.net',
    'friends: anna@example.com;',
    'Anna <anna@example.com>',
    '<anna@example.com>',
    'anna@example.com>',
    'anna@example.com> SIZE=1',
    // Quotes, comments, escapes, literals, routes.
    '"anna"@example.com',
    '"anna@evil.example"@example.com',
    'anna"@example.com',
    'anna(comment)@example.com',
    'anna@example.com(comment)',
    'anna\\@example.com',
    'anna`id`@example.com',
    'anna@[127.0.0.1]',
    'anna@[IPv6:::1]',
    'anna@127.0.0.1',
    'anna@127.1',
    'anna@0x7f000001',
    'anna@example.1',
    '@relay.example:anna@example.com',
    // Dots and hyphens out of place.
    '.anna@example.com',
    'anna.@example.com',
    'an..na@example.com',
    'anna@.example.com',
    'anna@example.com.',
    'anna@example..com',
    'anna@-example.com',
    'anna@example-.com',
    'anna@exam_ple.com',
    // What the host parser would decode, cut or map away.
    'anna@ex%61mple.com',
    'anna@example.com/path',
    'anna@example.com:25',
    'anna@example.com#x',
    'anna@example.com?x',
    'anna@exam\u00adple.com',
    'anna@exam\u200bple.com',
    'anna@example\u3002com',
    'anna\uff20example.com',
    'anna@example.com\u202e',
    'anna@xn--.example',
    // Local parts outside ASCII would need SMTPUTF8 on every hop.
    'äiti@example.com',
    'аnna@example.com',
    // Too long.
    `${LONG_LOCAL}a@example.com`,
    `a@${LONG_LABEL}a.example`,
    `a@${`${LONG_LABEL}.`.repeat(4)}example`,
  ])('is not %j', (typed) => {
    expect(mailAddressOf(typed)).toBeNull();
  });

  it('is left alone by a second check', () => {
    const anything = oneof(emailAddress(), string({ unit: 'binary' }));
    const stable = property(anything, (typed) => {
      const address = mailAddressOf(typed);
      return address === null || mailAddressOf(address) === address;
    });
    expect(check(stable)).toMatchObject({ failed: false, counterexample: null });
  });

  it('holds one at-sign and nothing that separates, quotes or ends a line, whatever is typed behind it', () => {
    const pieces = constantFrom(
      '@',
      ',',
      ';',
      '<',
      '>',
      '"',
      '(',
      ')',
      '\\',
      '\r',
      '\n',
      '\0',
      ' ',
      ':',
      'a',
      '.',
      '%',
    );
    const harmless = property(string({ unit: pieces }), (tail) => {
      const address = mailAddressOf(`anna@example.com${tail}`);
      return address === null || /^anna@[a-z0-9.]+$/u.test(address);
    });
    expect(check(harmless)).toMatchObject({ failed: false, counterexample: null });
  });
});

describe('comparing addresses', () => {
  it('takes the case of the local part away', () => {
    const [one, other] = ['Anna@Example.com', 'anna@example.COM'].map(mailAddressOf);
    expect(one).not.toBe(other);
    expect(one && matchingForm(one)).toBe(other && matchingForm(other));
  });
});
