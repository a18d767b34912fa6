import { describe, expect, it } from '@jest/globals';
import { csvCell, csvLine } from './csv.js';

describe('a value in a file for spreadsheets', () => {
  it.each([
    ['Aino Testi', 'Aino Testi'],
    ['', ''],
    ['Testi, Aino', '"Testi, Aino"'],
    ['the "real" one', '"the ""real"" one"'],
    ['two\nlines', '"two\nlines"'],
    ['2026-12-09', '2026-12-09'],
  ])('%j is written as %j (RFC 4180)', (value, written) => {
    expect(csvCell(value)).toBe(written);
  });

  it.each(['=1+1', '+358', '-2', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])('%j runs nowhere', (value) => {
    expect(csvCell(value).replace(/^"/, '')).toMatch(/^'/);
  });

  it('ends its line as the standard says', () => {
    expect(csvLine(['a', '=b,c'])).toBe(`a,"'=b,c"\r\n`);
  });
});
