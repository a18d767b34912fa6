import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { TYPE, parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

const MESSAGES = new URL('./messages/en/', import.meta.url);
const TARGET = new URL('./message-types.ts', import.meta.url);
const LINE_WIDTH = 120;

/** The types a parameter can have, the narrowest first: a plural counts, a select names a branch, the rest is printed. */
const TYPES = ['number', 'string', 'string | number'] as const;

type ParameterType = (typeof TYPES)[number];

const typeOf = (element: MessageFormatElement): ParameterType | null => {
  switch (element.type) {
    case TYPE.number:
    case TYPE.plural:
      return 'number';
    case TYPE.select:
      return 'string';
    case TYPE.argument:
      return 'string | number';
    case TYPE.date:
    case TYPE.time:
      throw new Error(`format {${element.value}} with dates.ts: ICU dates ignore the controller's time zone`);
    default:
      return null;
  }
};

const narrower = (one: ParameterType, other: ParameterType): ParameterType =>
  TYPES.indexOf(one) < TYPES.indexOf(other) ? one : other;

const collect = (elements: readonly MessageFormatElement[], found: Map<string, ParameterType>): void => {
  for (const element of elements) {
    const type = typeOf(element);
    if (type !== null && 'value' in element && typeof element.value === 'string') {
      found.set(element.value, narrower(type, found.get(element.value) ?? type));
    }
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const branch of Object.values(element.options)) collect(branch.value, found);
    }
  }
};

/** The parameters of one ICU message with their types, sorted by name. */
export const parametersOf = (message: string): ReadonlyArray<readonly [name: string, type: ParameterType]> => {
  const found = new Map<string, ParameterType>();
  collect(parse(message, { ignoreTag: true }), found);
  return [...found].toSorted(([one], [other]) => (one < other ? -1 : 1));
};

const entry = (key: string, message: string): string => {
  const parameters = parametersOf(message).map(([name, type]) => `${name}: ${type}`);
  if (parameters.length === 0) return `  '${key}': null;`;
  const line = `  '${key}': { ${parameters.join('; ')} };`;
  if (line.length <= LINE_WIDTH) return line;
  return [`  '${key}': {`, ...parameters.map((parameter) => `    ${parameter};`), '  };'].join('\n');
};

const readArea = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(file, MESSAGES), 'utf8')) as Record<string, string>;

/** The source of `message-types.ts` as it should be for the catalogues as they are. */
export const messageTypesSource = (): string => {
  const files = readdirSync(MESSAGES).toSorted();
  const entries = files.flatMap((file) => Object.entries(readArea(file)).map(([key, text]) => entry(key, text)));
  return [
    '// Written by `node libs/texts/generate-message-types.ts` from the English catalogue. Change the catalogue instead.',
    '',
    '/** Every text and its parameters; null where it has none. */',
    'export interface MessageParameters {',
    ...entries,
    '}',
    '',
  ].join('\n');
};

if (import.meta.main) writeFileSync(TARGET, messageTypesSource());
