import { describe, expect, it } from '@jest/globals';
import { emptyRegistration, readRegistration, type RegistrationValues } from './registration-values.js';

const TODAY = '2026-11-22';

const complete: RegistrationValues = {
  ...emptyRegistration(TODAY),
  channel: 'letter',
  language: 'sv',
  rights: ['access'],
  name: 'Testa Exempel',
};

describe('registering a request', () => {
  it('asks for who, which right, how it came and in which language, and for nothing else', () => {
    expect(readRegistration(emptyRegistration(TODAY), TODAY)).toEqual({
      problems: { name: 'name', rights: 'rights', channel: 'channel', language: 'language' },
    });
  });

  it('asks by which mandate a representative acts, and sends none where nobody does', () => {
    expect(readRegistration({ ...complete, representative: 'Edu Ombud' }, TODAY)).toEqual({
      problems: { mandate: 'mandate' },
    });
    const whole = { ...complete, representative: 'Edu Ombud', mandate: 'guardian' as const };
    expect(readRegistration(whole, TODAY)).toMatchObject({
      representative: { name: 'Edu Ombud', mandate: 'guardian' },
    });
    expect(readRegistration({ ...complete, mandate: 'lawyer' }, TODAY)).toMatchObject({ representative: null });
  });

  it('takes a date of arrival that lies back, and none that lies ahead', () => {
    expect(readRegistration({ ...complete, receivedOn: '2026-10-01' }, TODAY)).toMatchObject({
      receivedOn: '2026-10-01',
    });
    expect(readRegistration({ ...complete, receivedOn: '2026-11-23' }, TODAY)).toEqual({
      problems: { receivedOn: 'future' },
    });
  });

  it('sends contacts that were left empty as not given', () => {
    expect(readRegistration({ ...complete, email: ' ', phone: '' }, TODAY)).toMatchObject({ email: null, phone: null });
  });
});
