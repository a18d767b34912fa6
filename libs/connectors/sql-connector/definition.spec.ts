import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { parseRegisters } from './definition.js';

const label = { fi: 'Nimi', sv: 'Namn', en: 'Name' };

/** A small valid definition, to be spoilt in one place by each test. */
const valid = () => ({
  financialYearEnd: '12-31',
  registers: [
    {
      id: 'register',
      name: label,
      dataClass: 'basic',
      capabilities: ['collect'],
      schema: 'public',
      collections: [
        {
          id: 'invoices',
          name: label,
          table: 'invoices',
          key: ['id'],
          belongsTo: [{ column: 'customer', collection: 'customers', references: 'id' }],
          columns: [{ name: 'total', label }],
          onErasure: 'delete',
        },
        {
          id: 'customers',
          name: label,
          table: 'customers',
          key: ['id'],
          identity: { person: 'number' },
          columns: [{ name: 'name', label }],
          onErasure: 'delete',
        },
      ],
    },
  ],
});

/** The definition with the value at the dotted path replaced. */
const spoilt = (path: string, value: unknown): unknown => {
  const definition: unknown = structuredClone(valid());
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const place = steps.reduce((at, step) => Reflect.get(at as object, step) as unknown, definition);
  Reflect.set(place as object, last, value);
  return definition;
};

const INVOICES = 'registers.0.collections.0';

describe('register definitions', () => {
  it('put parents before children, in whatever order they are written', () => {
    const [register] = parseRegisters(valid());
    expect(register?.collections.map(({ id }) => id)).toEqual(['customers', 'invoices']);
  });

  it('of the demo company are right', async () => {
    const file = new URL('../../../data/demo/registers.json', import.meta.url);
    const registers = parseRegisters(JSON.parse(await readFile(file, 'utf8')));
    expect(registers.map(({ id, dataClass }) => `${id} ${dataClass}`)).toEqual([
      'customer-register basic',
      'call-recordings communications',
      'marketing basic',
    ]);
  });

  it.each([
    ['financialYearEnd', '31.12.', /^financialYearEnd: must be a day of the year as MM-DD\.$/],
    ['registers.0.id', '../etc', /^registers\.0\.id: must be lower-case words joined by hyphens\.$/],
    ['registers.0.tables', [], /^registers\.0: Unrecognized key: "tables"\.$/],
    ['registers.0.name.sv', undefined, /^registers\.0\.name\.sv: .*expected string/],
    ['registers.0.capabilities', ['everything'], /^registers\.0\.capabilities\.0: /],
    [`${INVOICES}.retention`, { rule: 'forever' }, /^registers\.0\.collections\.0\.retention\.rule: /],
    [
      `${INVOICES}.belongsTo`,
      [],
      'Register register: collection invoices says neither who it is about nor what it belongs to.',
    ],
    [
      `${INVOICES}.belongsTo.0.collection`,
      'people',
      'Register register: invoices belong to each other in a circle or to nothing.',
    ],
    [
      `${INVOICES}.belongsTo.0.collection`,
      'invoices',
      'Register register: invoices belong to each other in a circle or to nothing.',
    ],
    [`${INVOICES}.id`, 'customers', 'Register register: two collections are called customers.'],
    [
      `${INVOICES}.retention`,
      { rule: 'accounting_voucher' },
      'Register register: collection invoices needs the date column that accounting_voucher counts from.',
    ],
    [
      `${INVOICES}.retention`,
      { rule: 'accounting_voucher', date: 'issued_on' },
      'Register register: collection customers may have to stay as a skeleton, so column name needs an erasure method.',
    ],
    [
      `${INVOICES}.onErasure`,
      'anonymise',
      'Register register: collection invoices may have to stay as a skeleton, so column total needs an erasure method.',
    ],
    [
      'registers.0.collections.1.identity',
      { name: ['name'] },
      'Register register: collection customers has an identity without a person, e-mail or phone column.',
    ],
    [
      `${INVOICES}.contacts`,
      [{ kind: 'email', column: 'email', since: 'since' }],
      'Register register: collection invoices has contacts on file but no person column.',
    ],
    [
      'registers.0.capabilities',
      ['suppress_marketing'],
      'Register register: suppress_marketing and its suppression list need each other.',
    ],
  ])('with %s = %j are refused in one sentence', (path, value, sentence) => {
    expect(() => parseRegisters(spoilt(path, value))).toThrow(sentence);
  });

  it.each([[null], [[]], ['registers'], [{}]])('that are %j are refused', (json) => {
    expect(() => parseRegisters(json)).toThrow(/expected|required|Invalid/i);
  });
});
