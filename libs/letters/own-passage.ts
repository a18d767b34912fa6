import { strayToken } from './markdown.js';

/** An organisation's own words for the free passages of one letter, by name; null or none is the standard. */
export type OwnPassages = Readonly<Record<string, string | null>>;

/** Those of every letter in one language. */
export type OwnTexts = Readonly<Partial<Record<string, OwnPassages>>>;

/** What may stand between braces in a passage: what every letter knows, whatever it is about. */
export const PASSAGE_NAMES = [
  'reference',
  'controller.name',
  'controller.phone',
  'controller.email',
  'controller.website',
  'controller.dataProtectionOfficer.email',
  'controller.dataProtectionOfficer.phone',
] as const;

const VALUE = /\{\{ ?(?<name>[A-Za-z.]+) ?\}\}/gu;

const BRACES = /\{\{|\}\}|\{%|%\}/u;

export type PassageProblem = 'passage-name' | 'passage-braces' | 'passage-markdown';

/**
 * What is wrong with a passage, or null. Values are printed by name and nothing else: no tag, no filter, no expression.
 * Paragraphs, lists, emphasis and links to pages; no heading, code, table, picture or HTML.
 */
export const passageProblem = (text: string): PassageProblem | null => {
  const names = [...text.matchAll(VALUE)].map(({ groups }) => groups?.['name'] ?? '');
  if (names.some((name) => !PASSAGE_NAMES.some((known) => known === name))) return 'passage-name';
  if (BRACES.test(text.replaceAll(VALUE, ''))) return 'passage-braces';
  return strayToken(text) === null ? null : 'passage-markdown';
};
