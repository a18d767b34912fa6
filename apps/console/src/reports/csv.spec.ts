import { describe, expect, it } from '@jest/globals';
import { csvOf } from './csv.js';

describe('a table as CSV', () => {
  it('quotes texts, leaves numbers bare and nothing empty', () => {
    const table = {
      caption: 'Sample',
      head: ['Month', 'On "time"'],
      rows: [
        ['May, 2026', 98.5],
        ['June', null],
      ],
    };
    expect(csvOf(table)).toBe('\u{FEFF}"Month","On ""time"""\r\n"May, 2026",98.5\r\n"June",\r\n');
  });

  it('holds nothing that a spreadsheet would run', () => {
    const table = { caption: 'Sample', head: ['=1+1'], rows: [['@sum'], [-3]] };
    expect(csvOf(table)).toBe(`\u{FEFF}"'=1+1"\r\n"'@sum"\r\n-3\r\n`);
  });
});
