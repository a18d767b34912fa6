import { describe, expect, it } from '@jest/globals';
import type { CollectedRow, FieldType, JsonValue, RegisterContent } from '#connectors/connector';
import type { ProvenIdentifier } from '#connectors/identifier';
import { guardPackage, type Finding } from './package-guard.js';
import { findIdentityCodes, maskIdentityCodes } from './package-masking.js';

const label = (text: string) => ({ fi: text, sv: text, en: text });

const SUBJECT: readonly ProvenIdentifier[] = [
  { kind: 'person', value: 'K-1001', status: 'on_file' },
  { kind: 'email', value: 'aino@example.com', status: 'verified' },
  { kind: 'phone', value: '048 000 0001', status: 'on_file' },
];

const register = (
  value: JsonValue,
  type: FieldType = 'text',
  owner: CollectedRow['owner'] = { kind: 'person', value: 'K-1001' },
): RegisterContent => ({
  id: 'calls',
  name: label('Calls'),
  dataClass: 'communications',
  collections: [
    {
      id: 'calls',
      name: label('Calls'),
      fields: [{ name: 'notes', label: label('Notes'), type }],
      rows: [{ owner, values: { notes: value } }],
    },
  ],
});

const guard = (registers: readonly RegisterContent[], recordings: readonly string[] = []): Finding[] =>
  guardPackage({
    registers,
    recordings: recordings.map((name) => ({ register: 'calls', name })),
    subject: SUBJECT,
    impersonal: ['privacy@solar.example', '+358 48 000 9999'],
  });

const place = { collection: 'calls', row: 0, field: 'notes' };

describe('the outgoing guard', () => {
  it.each([
    ['Mail me at Aino@Example.com or 0480000001 or +358 48 000 0001.'],
    ['Write to privacy@solar.example or call 048 000 9999'],
    ['Meter 643007000000000101, invoice L-1001200, 12.50 €, 2026-11-22, klo 09.05, 05100 Kouvola'],
    [''],
    [null],
    [true],
  ])('finds nothing in %j', (value) => {
    expect(guard([register(value)])).toEqual([]);
  });

  it.each([
    ['Neighbour: naapuri.777@example.org!', 'email_of_another', 'n…@example.org'],
    ['<naapuri@example.org>', 'email_of_another', 'n…@example.org'],
    ['Call 048 000 0777 at five', 'phone_of_another', '…77'],
    ['(+358 48 000 0777)', 'phone_of_another', '…77'],
    ['tel:00358480000777', 'phone_of_another', '…77'],
    ['her code is 010190-900P', 'identity_code', '010190-****'],
  ] as const)('shows the officer what may be somebody else’s in %j, without repeating it', (value, kind, excerpt) => {
    expect(guard([register(value)])).toEqual([{ kind, stops: false, register: 'calls', place, excerpt }]);
  });

  it('looks into nested values', () => {
    const nested = { chat: [{ from: 'naapuri@example.org', at: 0 }] };
    expect(guard([register(nested, 'json')])).toMatchObject([{ kind: 'email_of_another' }]);
  });

  it('stops a row of another person, and one that is owned by a contact nobody proved', () => {
    const owners = [
      { kind: 'person', value: 'K-1002' },
      { kind: 'email', value: 'bjorn@example.org' },
    ] as const;
    for (const owner of owners) {
      expect(guard([register('x', 'text', owner)])).toEqual([
        { kind: 'foreign_row', stops: true, register: 'calls', place: { ...place, field: null }, excerpt: '' },
      ]);
    }
  });

  it('lets a row pass that is owned by a proven contact, however that is spelt', () => {
    expect(guard([register('x', 'text', { kind: 'phone', value: '+358480000001' })])).toEqual([]);
  });

  it('stops a file that no row names', () => {
    const found = guard([register('calls-1.wav', 'file')], ['calls-1.wav', 'calls-2.wav']);
    expect(found).toEqual([
      { kind: 'unlisted_file', stops: true, register: 'calls', place: null, excerpt: 'calls-2.wav' },
    ]);
  });

  it('tells of a file that a row names and the package lacks', () => {
    expect(guard([register('calls-1.wav', 'file')])).toMatchObject([{ kind: 'missing_file', stops: false }]);
  });
});

describe('personal identity codes', () => {
  it.each([
    '010190-900P',
    '010190+900P',
    '010190A900P',
    '131052y999k',
    '010190–900P',
    'x 010190-900P, y',
    '(010190-900P)',
  ])('are masked in %j', (text) => {
    expect(findIdentityCodes(text)).toHaveLength(1);
    expect(maskIdentityCodes(text)).not.toMatch(/900P|999k/);
  });

  it.each(['2026-11-22', '0101901234', '010190-9', 'A010190-900P', '010190-900PX', '010190-900I', '045 1234567'])(
    'are not seen in %j',
    (text) => {
      expect(maskIdentityCodes(text)).toBe(text);
    },
  );
});
