import { readFileSync, readdirSync } from 'node:fs';
import type { Language } from '#domain/language';

/** A letter before its values are put in: Liquid in both, Markdown in the body. */
export interface LetterTemplate {
  readonly subject: string;
  readonly body: string;
}

const folder = (language: Language): URL => new URL(`./letters/${language}/`, import.meta.url);

const FRONT_MATTER = /^---\nsubject: (?<subject>[^\n]+)\n---\n(?<body>[\s\S]+)$/u;

/** Reads one letter. Throws when the file is missing or does not begin with its subject between two lines of dashes. */
export const loadLetter = (language: Language, letter: string): LetterTemplate => {
  const source = readFileSync(new URL(`${letter}.md`, folder(language)), 'utf8');
  const { subject, body } = FRONT_MATTER.exec(source)?.groups ?? {};
  if (subject === undefined || body === undefined) throw new Error(`${language}/${letter}.md has no subject`);
  return { subject, body };
};

/** The passages that letters share, by name. */
export const loadLetterParts = (language: Language): Readonly<Record<string, string>> => {
  const parts = new URL('parts/', folder(language));
  return Object.fromEntries(
    readdirSync(parts).map((file) => [file.replace(/\.md$/u, ''), readFileSync(new URL(file, parts), 'utf8')]),
  );
};
