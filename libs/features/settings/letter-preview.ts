import type { LetterPreview } from '#contracts/settings-letters';
import { LANGUAGES, type Language } from '#domain/language';
import { LETTERS, LETTER_IDS } from '#letters/letter-catalogue';
import { letterSamples } from '#letters/letter-samples';
import { renderLetter, renderSegments } from '#letters/render-letter';
import { loadLetter } from '#texts/load-letter';
import { profileOf, settingsOf } from './organisation-settings.js';
import type { LetterId } from '#letters/letter-parameters';
import type { OwnPassages } from '#letters/own-passage';
import type { Controller } from '#persistence/entities/controller';

export type EditableLetter = LetterId;

/** Of a desk that is being set up. */
const NO_RECORD = { activities: [], automatedDecisions: null };

const freeIn = (letter: LetterId, language: Language): string[] =>
  loadLetter(language, letter).segments.flatMap(({ free }) => free ?? []);

/** The letters that have free passages, with their names by language. */
export const EDITABLE_LETTERS = LETTER_IDS.map((letter) => ({
  letter,
  kind: LETTERS[letter].kind,
  passages: Object.fromEntries(LANGUAGES.map((language) => [language, freeIn(letter, language)])) as Record<
    Language,
    string[]
  >,
})).filter(({ passages }) => passages.en.length > 0);

/** The letter piece by piece, written by the renderer that writes real ones, about invented people. */
export const previewOf = (
  letter: LetterId,
  language: Language,
  controller: Controller,
  own: OwnPassages,
): LetterPreview => {
  const { segments } = loadLetter(language, letter);
  const parameters = letterSamples(profileOf(settingsOf(controller)), {
    ...NO_RECORD,
    ...controller.recordOfProcessing,
  })[letter];
  const rendered = renderSegments(letter, language, parameters, own);
  return {
    subject: renderLetter(letter, language, parameters, own).subject,
    segments: rendered.map(({ free, text }, index) =>
      free === null
        ? { kind: 'locked', text }
        : { kind: 'free', name: free, standard: segments[index]?.text.trim() ?? '', own: own[free] ?? null, text },
    ),
  };
};
