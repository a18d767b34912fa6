import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadHolidayOverrides } from '#calendars/holiday-overrides';

let root = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'holidays-'));
  await mkdir(join(root, 'data', 'holidays'), { recursive: true });
});

afterEach(() => rm(root, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(root, 'data', 'holidays', name), text);

const row = {
  on: '12-24',
  holiday: true,
  name: { fi: 'jouluaatto', sv: 'julafton', en: 'Christmas Eve' },
  source: 's',
};

describe('the holiday overrides', () => {
  it('are read from every file, in the order of their names', async () => {
    await write('SE.json', JSON.stringify({ country: 'SE', rows: [] }));
    await write('FI.json', JSON.stringify({ country: 'FI', rows: [row] }));
    await expect(loadHolidayOverrides(root)).resolves.toEqual([
      { country: 'FI', rows: [row] },
      { country: 'SE', rows: [] },
    ]);
  });

  it.each([
    ['is not JSON', '{'],
    ['has no source', JSON.stringify({ country: 'FI', rows: [{ ...row, source: '' }] })],
    ['has a day that no calendar has', JSON.stringify({ country: 'FI', rows: [{ ...row, on: 'some day' }] })],
    ['has a key nobody reads', JSON.stringify({ country: 'FI', rows: [{ ...row, date: '12-24' }] })],
  ])('name the file that %s', async (_fault, text) => {
    await write('FI.json', text);
    await expect(loadHolidayOverrides(root)).rejects.toThrow('data/holidays/FI.json');
  });
});
