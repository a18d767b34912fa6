import type { RegisterContent } from '#connectors/connector';
import type { Language } from '#domain/language';
import type { CivilDate } from '#domain/time-source';
import type { ValueWords } from './package-value.js';

/** Every word of the page that is not data, in the person's language. */
export interface PackageTexts extends ValueWords {
  readonly title: string;
  readonly introduction: string;
  readonly skipToContent: string;
  readonly reference: string;
  readonly controller: string;
  readonly collectedOn: string;
  readonly contents: string;
  readonly letter: string;
  readonly nothingHeld: string;
  /** Link to the same data for machines. */
  readonly machineReadable: string;
  /** Before the name of a recording: label of the player. */
  readonly listen: string;
  readonly download: string;
  /** In place of a recording that was left out. */
  readonly fileLeftOut: string;
  /** Link to the list of files with their hashes. */
  readonly manifest: string;
}

export type RegisterFacts = Readonly<
  Record<string, readonly { readonly term: string; readonly text: string }[] | undefined>
>;

export interface IndexContent {
  readonly reference: string;
  readonly language: Language;
  readonly controllerName: string;
  readonly collectedOn: CivilDate;
  readonly timeZone: string;
  /** File values are paths in the package, or null where the file was left out. */
  readonly registers: readonly RegisterContent[];
  readonly facts: RegisterFacts;
  readonly texts: PackageTexts;
}
