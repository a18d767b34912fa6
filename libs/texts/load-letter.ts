import { readFileSync, readdirSync } from 'node:fs';
import type { Language } from '#domain/language';

/**
 * A letter in pieces. A free passage has a name and may be replaced by an organisation's own words; all else is locked.
 * Liquid and Markdown in both.
 */
export interface LetterSegment {
  readonly free: string | null;
  readonly text: string;
}

/** A letter before its values are put in: Liquid in the subject, too. */
export interface LetterTemplate {
  readonly subject: string;
  readonly segments: readonly LetterSegment[];
}

const folder = (language: Language): URL => new URL(`./letters/${language}/`, import.meta.url);

const FRONT_MATTER = /^---\nsubject: (?<subject>[^\n]+)\n---\n(?<body>[\s\S]+)$/u;

const PART = /^\{% include '(?<name>[a-z-]+)' %\}\n/gmu;

const FREE = /^\{% free (?<name>[a-z]+) %\}\n(?<text>[\s\S]*?)^\{% endfree %\}\n/gmu;

/** The passages that letters share, by name. */
const loadParts = (language: Language): ReadonlyMap<string, string> => {
  const parts = new URL('parts/', folder(language));
  return new Map(
    readdirSync(parts).map((file) => [file.replace(/\.md$/u, ''), readFileSync(new URL(file, parts), 'utf8')]),
  );
};

const segmentsOf = (body: string): LetterSegment[] => {
  const segments: LetterSegment[] = [];
  let from = 0;
  for (const { index, 0: whole, groups } of body.matchAll(FREE)) {
    segments.push({ free: null, text: body.slice(from, index) });
    segments.push({ free: groups?.['name'] ?? '', text: groups?.['text'] ?? '' });
    from = index + whole.length;
  }
  return [...segments, { free: null, text: body.slice(from) }].filter(
    ({ free, text }) => free !== null || text.trim() !== '',
  );
};

/**
 * Reads one letter with the parts it shares. Throws when the file or a part is missing, or when the file does not begin
 * with its subject between two lines of dashes.
 */
export const loadLetter = (language: Language, letter: string): LetterTemplate => {
  const source = readFileSync(new URL(`${letter}.md`, folder(language)), 'utf8');
  const { subject, body } = FRONT_MATTER.exec(source)?.groups ?? {};
  if (subject === undefined || body === undefined) throw new Error(`${language}/${letter}.md has no subject`);
  const parts = loadParts(language);
  const whole = `${body}\n`.replace(PART, (_line, name: string) => {
    const part = parts.get(name);
    if (part === undefined) throw new Error(`${language}/${letter}.md includes ${name}, which there is not`);
    return part.endsWith('\n') ? part : `${part}\n`;
  });
  return { subject, segments: segmentsOf(whole) };
};
