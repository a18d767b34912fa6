import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
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
const { name: _name, ...unnamed } = row;
const file = (...rows: unknown[]) => JSON.stringify({ country: 'FI', rows });

describe('the holiday overrides', () => {
  it('are read from every file of the folder, in the order of their names', async () => {
    await write('SE.json', JSON.stringify({ country: 'SE', rows: [] }));
    await write('FI.json', file(row, { ...unnamed, holiday: false }));
    await expect(loadHolidayOverrides(root)).resolves.toEqual([
      { country: 'FI', rows: [row, { ...unnamed, holiday: false }] },
      { country: 'SE', rows: [] },
    ]);
  });

  it.each([
    ['is not JSON', '{', 'is not JSON'],
    ['has no source', file(row, { ...row, source: '' }), 'rows[1].source: '],
    ['has a day that no calendar has', file({ ...row, on: 'some day' }), 'rows[0].on: is not a day as '],
    ['has a holiday without a name', file(unnamed), 'rows[0].name: '],
    ['has a region of another country', file({ ...row, region: 'DE-BY' }), 'rows[0].region: is no region of FI'],
    ['has a key nobody reads', file({ ...row, date: '12-24' }), 'rows[0]: Unrecognized key: "date"'],
    ['has the rows of another country', JSON.stringify({ country: 'SE', rows: [] }), 'country: the rows of SE '],
  ])('name in one line the file, the place and the reason when one %s', async (_fault, text, why) => {
    const printed = jest.spyOn(console, 'error');
    await write('FI.json', text);
    const refusal = await loadHolidayOverrides(root).catch(String);
    expect(refusal).toContain(`data/holidays/FI.json: ${why}`);
    expect(refusal).not.toContain('\n');
    expect(printed).not.toHaveBeenCalled();
    printed.mockRestore();
  });
});
