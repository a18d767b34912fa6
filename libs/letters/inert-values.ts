/**
 * Text from outside never meets Markdown: it crosses the renderer as hexadecimal digits, which mean nothing to it, and
 * is written back afterwards, escaped for the page it lands on (security design, law 8).
 */
const SEALED = /Zv(?<hex>[0-9a-f]*)vZ/gu;

/** Control characters have no place in a letter; directional ones could make the words around them read differently. */
const COMMANDS = /(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** What stands in the Markdown for a value. Throws for anything but text and numbers: nobody reads "[object Object]". */
export const seal = (value: unknown): string => {
  if (value === null) return '';
  if (typeof value !== 'string' && typeof value !== 'number')
    throw new TypeError('a letter can print text and numbers');
  return `Zv${Buffer.from(String(value)).toString('hex')}vZ`;
};

/** Writes the values back, each through `write`. */
export const unseal = (text: string, write: (value: string) => string): string =>
  text.replace(SEALED, (_sealed, hex: string) =>
    write(Buffer.from(hex, 'hex').toString('utf8').replace(/\r\n?/gu, '\n').replace(COMMANDS, '')),
  );
