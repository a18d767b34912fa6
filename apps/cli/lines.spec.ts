import { describe, expect, it } from '@jest/globals';
import { linesOf, TOO_LONG } from '#apps/cli/lines';

async function* pieces(...parts: (string | Uint8Array)[]) {
  for (const part of parts) yield typeof part === 'string' ? Buffer.from(part) : part;
}

const batches = async (...parts: (string | Uint8Array)[]) => Array.fromAsync(linesOf(pieces(...parts)));
const lines = async (...parts: (string | Uint8Array)[]) => (await batches(...parts)).flat();

const MEBIBYTE = 1024 * 1024;

describe('lines', () => {
  it.each([
    [['a\nb\n'], ['a', 'b']],
    [['a\nb'], ['a', 'b']],
    [['a\n\n\nb\n'], ['a', '', '', 'b']],
    [
      ['a', 'b', 'c\n', 'd'],
      ['abc', 'd'],
    ],
    [['\uFEFFa\n'], ['a']],
    [['a\u2028b\n'], ['a\u2028b']],
    [[''], []],
    [[], []],
  ])('of %j are %j', async (parts, expected) => {
    expect(await lines(...parts)).toEqual(expected);
  });

  it('keep a letter whole that is cut in two', async () => {
    const text = Buffer.from('yö\nyö');
    expect(await lines(text.subarray(0, 2), text.subarray(2, 6), text.subarray(6))).toEqual(['yö', 'yö']);
  });

  it('come as soon as they are complete, and not before they are asked for', async () => {
    const read: string[] = [];
    async function* slow() {
      for (const text of ['a\n', 'b\n', 'c\n']) {
        read.push(text);
        yield Buffer.from(text);
      }
    }
    const stream = linesOf(slow());
    expect((await stream.next()).value).toEqual(['a']);
    expect(read).toEqual(['a\n']);
    expect((await stream.next()).value).toEqual(['b']);
    expect(read).toEqual(['a\n', 'b\n']);
  });

  it('that are too long are passed over, and those around them are not', async () => {
    const much = 'x'.repeat(MEBIBYTE);
    expect(await lines('a\n', much, much, 'x', 'x\n', 'b\n')).toEqual(['a', TOO_LONG, 'b']);
    expect(await lines(`a\n${much}x\nb\n`)).toEqual(['a', TOO_LONG, 'b']);
    expect(await lines(much, 'x')).toEqual([TOO_LONG]);
    expect(await lines(much)).toEqual([much]);
  });
});
