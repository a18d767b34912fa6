/** A longer line is no request of anybody; reading it to its end could take all memory. */
const LONGEST_LINE = 1024 * 1024;

/** In place of a line that is too long to be read. */
export const TOO_LONG = Symbol('line too long');

/**
 * The lines of a stream in batches, as they come: so many as one piece of the stream completes. Nothing is read ahead of
 * whoever takes them. Ends of lines are LF or CRLF; a byte order mark is passed over.
 */
export async function* linesOf(
  input: AsyncIterable<Uint8Array>,
): AsyncGenerator<readonly (string | typeof TOO_LONG)[], void> {
  const decoder = new TextDecoder();
  let rest = '';
  let tooLong = false;
  for await (const piece of input) {
    const parts = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    const lines = parts.map((line) => (line.length > LONGEST_LINE ? TOO_LONG : line));
    if (tooLong && lines.length > 0) {
      lines[0] = TOO_LONG;
      tooLong = false;
    }
    if (rest.length > LONGEST_LINE) {
      rest = '';
      tooLong = true;
    }
    if (lines.length > 0) yield lines;
  }
  rest += decoder.decode();
  if (tooLong) yield [TOO_LONG];
  else if (rest !== '') yield [rest];
}
