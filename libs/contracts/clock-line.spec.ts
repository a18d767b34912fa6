import { describe, expect, it } from '@jest/globals';
import { ClockLineError, idOf, parseLine, readClockLine } from '#contracts/clock-line';

const LINE = { id: 'A1', regime: 'EU_GDPR', country: 'FI', received: '2025-01-31' };

const refusalOf = (json: unknown): Pick<ClockLineError, 'code' | 'message'> | null => {
  try {
    readClockLine(json);
    return null;
  } catch (error) {
    if (!(error instanceof ClockLineError)) throw error;
    const { code, message } = error;
    return { code, message };
  }
};

describe('a line', () => {
  it('needs no more than a regime, a country and the receipt', () => {
    const { id: _id, ...least } = LINE;
    expect(readClockLine(least)).toMatchObject({ regime: 'EU_GDPR', country: 'FI' });
  });

  it('may hold null for what is not there, and what nobody asked for', () => {
    const nothing = { region: null, timeZone: null, requestType: null, events: null, asOf: null };
    const event = { type: 'extended', at: '2025-02-03', until: null, sufficient: null, reason: 'many registers' };
    expect(refusalOf({ ...LINE, ...nothing, receiver: 'desk 2', reason: 'r', x: {} })).toBeNull();
    expect(refusalOf({ ...LINE, events: [event] })).toBeNull();
  });

  it.each([
    ['regime', undefined, 'unknown-regime', 'regime is missing: give the name of a regime, as EU_GDPR.'],
    ['regime', 7, 'unknown-regime', 'regime is not the name of a regime, as EU_GDPR.'],
    ['regime', 'EU_GPDR', 'unknown-regime', 'regime is not known: did you mean "EU_GDPR"?'],
    ['regime', 'uk_gdpr', 'unknown-regime', 'regime is not known: did you mean "UK_GDPR"?'],
    ['regime', 'toString', 'unknown-regime', /^regime is none of EU_GDPR, UK_GDPR, .*US_RI\.$/],
    ['country', undefined, 'unknown-country', 'country is missing: give the two letters of ISO 3166-1, as FI.'],
    ['country', null, 'unknown-country', 'country is not the two letters of ISO 3166-1, as FI.'],
    ['region', 1, 'unknown-region', 'region is not a code of ISO 3166-2, as DE-BY.'],
    ['received', undefined, 'bad-date', /^received is missing: give a date, as 2025-01-31, or an instant /],
    ['received', 20250131, 'bad-date', /^received is not a date, as 2025-01-31, or an instant with its offset\.$/],
    ['received', '2025-02-30', 'bad-date', 'received "2025-02-30" does not exist.'],
    ['timeZone', 2, 'bad-date', 'timeZone is not the name of a time zone, as Europe/Helsinki.'],
    ['asOf', 'today', 'bad-date', /^asOf "today" is neither a date/],
    ['requestType', 5, 'bad-json', 'requestType is not a text, as access.'],
    ['requestType', 'optout', 'bad-json', 'requestType is not known: did you mean "opt_out"?'],
    ['id', true, 'bad-json', 'id is neither a text nor a number that can be given back unchanged.'],
    ['id', 2 ** 60, 'bad-json', 'id is neither a text nor a number that can be given back unchanged.'],
    ['events', {}, 'bad-json', 'events is not a list of events.'],
    ['events', ['extended'], 'bad-json', 'events[0] is not an object with type and at.'],
    ['events', [{ at: '2025-02-03' }], 'unknown-event', /^events\[0\]\.type is none of identity_requested, /],
    [
      'events',
      [{ type: 'extnded', at: 'x' }],
      'unknown-event',
      'events[0].type is not known: did you mean "extended"?',
    ],
    ['events', [{ type: 'extended' }], 'bad-date', /^events\[0\]\.at is missing: /],
    ['events', [{ type: 'extended', at: 1 }], 'bad-date', /^events\[0\]\.at is not a date/],
    ['events', [{ type: 'extended', at: '2025-02-03', until: 'May' }], 'bad-date', /^events\[0\]\.until is not a date/],
    [
      'events',
      [{ type: 'clarified', at: '2025-02-03', sufficient: 'no' }],
      'bad-json',
      'events[0].sufficient is not true or false.',
    ],
  ])('whose %s is %j is refused as %s', (field, value, code, message) => {
    const refusal = refusalOf({ ...LINE, [field]: value });
    expect(refusal?.code).toBe(code);
    expect(refusal?.message).toMatch(message);
  });

  it.each([
    ['timezone', 'timeZone'],
    ['time_zone', 'timeZone'],
    ['TimeZone', 'timeZone'],
    ['regoin', 'region'],
    ['event', 'events'],
    ['request_type', 'requestType'],
  ])('with the key %s is refused, because %s was probably meant', (key, ours) => {
    expect(refusalOf({ ...LINE, [key]: 'x' })).toEqual({
      code: 'bad-json',
      message: `${key} is not known: did you mean "${ours}"?`,
    });
  });

  it('says that a key is misspelt rather than missing', () => {
    const { received, ...rest } = LINE;
    expect(refusalOf({ ...rest, recieved: received })?.message).toContain('did you mean "received"?');
    const event = { type: 'clarified', at: '2025-02-03', suficient: false };
    expect(refusalOf({ ...LINE, events: [event] })?.message).toMatch(/^events\[0\]\.suficient is not known/);
  });

  it.each([null, 7, 'text', [], [LINE]])('that is %j is no object', (json) => {
    expect(refusalOf(json)).toEqual({ code: 'bad-json', message: 'The line is not a JSON object.' });
  });

  it.each(['', '{', 'null}', "{'id':1}", 'NaN'])('%j is no JSON', (text) => {
    expect(() => parseLine(text)).toThrow('The line is not JSON.');
  });
});

describe('the id of a line', () => {
  it.each([
    [{ id: 'A1' }, 'A1'],
    [{ id: '' }, ''],
    [{ id: 12 }, 12],
    [{ id: 1.5 }, 1.5],
    [{ id: 2 ** 60 }, null],
    [{ id: null }, null],
    [{ id: {} }, null],
    [{}, null],
    [['A1'], null],
    ['A1', null],
    [null, null],
  ])('of %j is %j', (json, id) => {
    expect(idOf(json)).toBe(id);
  });
});
