import { Liquid, type Template } from 'liquidjs';
import type { Language } from '#domain/language';
import { GROUNDS } from '#domain/law/grounds';
import { supervisoryAuthorityOf } from '#domain/law/supervisory-authorities';
import { loadLetter, loadLetterParts } from '#texts/load-letter';
import { seal, unseal } from './inert-values.js';
import { letterFilters } from './letter-filters.js';
import { letterPage } from './letter-page.js';
import type { LetterId, LetterParameters, RefusedPart } from './letter-parameters.js';
import { markdownToHtml, markdownToText } from './markdown.js';

export interface RenderedLetter {
  readonly subject: string;
  /** A complete page. */
  readonly html: string;
  readonly text: string;
}

interface ParsedLetter {
  readonly subject: Template[];
  readonly body: Template[];
}

const engines = new Map<Language, Liquid>();

/** Strict in every way it can be: a name that is misspelt in a template must not become an empty line in a letter. */
const engineFor = (language: Language): Liquid => {
  const known = engines.get(language);
  if (known !== undefined) return known;
  const engine = new Liquid({
    templates: loadLetterParts(language),
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
  const { subject, body } = loadLetter(language, letter);
  const engine = engineFor(language);
  const made = { subject: engine.parse(subject), body: engine.parse(body) };
  parsed.set(key, made);
  return made;
};

const oneLine = (value: string): string => value.replace(/\s+/gu, ' ').trim();

/** Data Protection Act 1050/2018 s. 34(4): the letter must tell of the way through the authority where there is one. */
const opensIndirectAccess = (refused: readonly RefusedPart[]): boolean =>
  refused.some(({ ground }) => GROUNDS[ground].indirectAccess);

/**
 * Writes a letter in one language. Values are printed as plain text whatever they hold; nothing in them is read as
 * Markdown, HTML or Liquid. The subject holds the controller's name and the reference only.
 * Throws when a template and its parameters do not fit, a link is no web page, or the country has no authority on record.
 */
export const renderLetter = <L extends LetterId>(
  letter: L,
  language: Language,
  parameters: LetterParameters[L],
): RenderedLetter => {
  const { controller, reference } = parameters;
  const engine = engineFor(language);
  const templates = parsedLetter(letter, language);
  const scope = {
    ...parameters,
    authority: supervisoryAuthorityOf(controller.country),
    indirectAccess: 'refused' in parameters && opensIndirectAccess(parameters.refused),
  };
  const sealedSubject = String(engine.renderSync(templates.subject, { controller, reference }));
  const subject = oneLine(unseal(sealedSubject, (value) => value));
  const markdown = String(engine.renderSync(templates.body, scope));
  return {
    subject,
    html: letterPage(language, subject, markdownToHtml(markdown)),
    text: markdownToText(markdown),
  };
};
