import { Liquid, type Template } from 'liquidjs';
import type { Language } from '#domain/language';
import { GROUNDS } from '#domain/law/grounds';
import { supervisoryAuthorityOf } from '#domain/law/supervisory-authorities';
import { loadLetter } from '#texts/load-letter';
import { seal, unseal } from './inert-values.js';
import { letterFilters } from './letter-filters.js';
import { letterPage } from './letter-page.js';
import type { LetterId, LetterParameters, RefusedPart } from './letter-parameters.js';
import { markdownToHtml, markdownToText } from './markdown.js';
import type { OwnPassages } from './own-passage.js';

export interface RenderedLetter {
  readonly subject: string;
  /** A complete page. */
  readonly html: string;
  readonly text: string;
}

/** A piece of a letter as it is read: a free passage has a name, all else is locked. */
export interface RenderedSegment {
  readonly free: string | null;
  readonly html: string;
  readonly text: string;
}

interface ParsedSegment {
  readonly free: string | null;
  readonly body: Template[];
}

interface ParsedLetter {
  readonly subject: Template[];
  readonly segments: readonly ParsedSegment[];
}

const engines = new Map<Language, Liquid>();

/** Strict in every way it can be: a name that is misspelt in a template must not become an empty line in a letter. */
const engineFor = (language: Language): Liquid => {
  const known = engines.get(language);
  if (known !== undefined) return known;
  const engine = new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    outputEscape: seal,
    trimTagRight: true,
    greedy: false,
  });
  for (const [name, filter] of Object.entries(letterFilters(language))) engine.registerFilter(name, filter);
  engines.set(language, engine);
  return engine;
};

const parsed = new Map<string, ParsedLetter>();

const parsedLetter = (letter: LetterId, language: Language): ParsedLetter => {
  const key = `${language}/${letter}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const { subject, segments } = loadLetter(language, letter);
  const engine = engineFor(language);
  const made = {
    subject: engine.parse(subject),
    segments: segments.map(({ free, text }) => ({ free, body: engine.parse(text) })),
  };
  parsed.set(key, made);
  return made;
};

const oneLine = (value: string): string => value.replace(/\s+/gu, ' ').trim();

/** Data Protection Act 1050/2018 s. 34(4): the letter must tell of the way through the authority where there is one. */
const opensIndirectAccess = (refused: readonly RefusedPart[]): boolean =>
  refused.some(({ ground }) => GROUNDS[ground].indirectAccess);

/**
 * The pieces of a letter in their order. Each is turned from Markdown by itself, so whatever an organisation writes in a
 * free passage, it cannot reach into what is locked. Throws as `renderLetter` does.
 */
export const renderSegments = <L extends LetterId>(
  letter: L,
  language: Language,
  parameters: LetterParameters[L],
  own: OwnPassages = {},
): RenderedSegment[] => {
  const engine = engineFor(language);
  const scope = {
    ...parameters,
    authority: supervisoryAuthorityOf(parameters.controller.country),
    indirectAccess: 'refused' in parameters && opensIndirectAccess(parameters.refused),
  };
  return parsedLetter(letter, language).segments.map(({ free, body }) => {
    const words = free === null ? null : (own[free] ?? null);
    const markdown = String(engine.renderSync(words === null ? body : engine.parse(words), scope));
    return { free, html: markdownToHtml(markdown), text: markdownToText(markdown).trim() };
  });
};

/**
 * Writes a letter in one language, with an organisation's own words in its free passages. Values are printed as plain
 * text whatever they hold; nothing in them is read as Markdown, HTML or Liquid. The subject holds the controller's name
 * and the reference only.
 * Throws when a template and its parameters do not fit, a link is no web page, or the country has no authority on record.
 */
export const renderLetter = <L extends LetterId>(
  letter: L,
  language: Language,
  parameters: LetterParameters[L],
  own: OwnPassages = {},
): RenderedLetter => {
  const { controller, reference } = parameters;
  const segments = renderSegments(letter, language, parameters, own).filter(({ text }) => text !== '');
  const sealedSubject = String(
    engineFor(language).renderSync(parsedLetter(letter, language).subject, { controller, reference }),
  );
  const subject = oneLine(unseal(sealedSubject, (value) => value));
  return {
    subject,
    html: letterPage(language, subject, segments.map(({ html }) => html).join('\n')),
    text: `${segments.map(({ text }) => text).join('\n\n')}\n`,
  };
};
