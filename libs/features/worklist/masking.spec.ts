import { describe, expect, it } from '@jest/globals';
import { maskEmail, maskPhone } from './masking.js';

describe('a masked contact', () => {
  it.each([
    ['testi.esimerkki@example.org', 't•••@e•••.org'],
    ['a@b.example', 'a•••@b•••.example'],
    ['ä@xn--4ca.example', 'ä•••@x•••.example'],
  ])('of %s shows how it begins and ends', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });

  it.each([
    ['+358 40 123 4567', '•••67'],
    ['(09) 1234-5', '•••45'],
  ])('of %s shows the last two digits', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked);
  });
});
