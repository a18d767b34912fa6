import { BadRequestException, Body, Controller, Headers, NotFoundException, Param } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { versionIn } from '#contracts/if-match';
import {
  letterPassages,
  type LetterPage,
  type LetterPassages,
  type LetterPreview,
  type LettersPage,
} from '#contracts/settings-letters';
import { Allow, SignedIn, type StaffMember } from '#contracts/staff-access';
import { StaffRoute } from '#contracts/staff-route';
import { LANGUAGES, type Language } from '#domain/language';
import { STAFF_ROLES } from '#domain/request/actor';
import { PASSAGE_NAMES, passageProblem, type OwnPassages } from '#letters/own-passage';
import { Database } from '#persistence/database';
import { Organisation } from '#persistence/organisation';
import { letterPart, ownTexts } from '#persistence/own-texts';
import { EDITABLE_LETTERS, previewOf, type EditableLetter } from './letter-preview.js';
import { SettingParts } from './setting-parts.js';

/** What the letters say. The free passages are the organisation's; what the law wants said cannot be touched from here. */
@Controller()
export class LettersController {
  constructor(
    private readonly database: Database,
    private readonly organisation: Organisation,
    private readonly parts: SettingParts,
  ) {}

  @StaffRoute('letters')
  @Allow(...STAFF_ROLES)
  async list(): Promise<LettersPage> {
    const { id } = await this.organisation.controller();
    const texts = await Promise.all(LANGUAGES.map((language) => ownTexts(this.database, id, language)));
    return {
      letters: EDITABLE_LETTERS.map(({ letter, kind }) => ({
        letter,
        kind,
        changed: LANGUAGES.filter((_, index) =>
          Object.values(texts[index]?.[letter] ?? {}).some((words) => words !== null),
        ),
      })),
    };
  }

  @StaffRoute('letter')
  @Allow(...STAFF_ROLES)
  async read(@Param('letter') name: string, @Param('language') spoken: string): Promise<LetterPage> {
    const { letter, language } = asked(name, spoken);
    const controller = await this.organisation.controller();
    const passages = (await ownTexts(this.database, controller.id, language))[letter] ?? {};
    const page = await this.parts.page(controller.id, letterPart(letter, language), { passages });
    return {
      ...page,
      letter,
      language,
      preview: previewOf(letter, language, controller, passages),
      names: [...PASSAGE_NAMES],
    };
  }

  @StaffRoute('previewLetter')
  @Allow(...STAFF_ROLES)
  async preview(
    @Param('letter') name: string,
    @Param('language') spoken: string,
    @Body({ schema: letterPassages }) { passages }: LetterPassages,
  ): Promise<LetterPreview> {
    const { letter, language } = asked(name, spoken);
    const controller = await this.organisation.controller();
    return previewOf(letter, language, controller, checked(letter, language, passages));
  }

  @StaffRoute('changeLetter')
  @ApiHeader({ name: 'If-Match', required: true, description: 'The version of the letter that was looked at' })
  @Allow('administrator')
  async change(
    @SignedIn() { id: staffId }: StaffMember,
    @Param('letter') name: string,
    @Param('language') spoken: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body({ schema: letterPassages }) { passages }: LetterPassages,
  ): Promise<LetterPage> {
    const { letter, language } = asked(name, spoken);
    const controller = await this.organisation.controller();
    const before = (await ownTexts(this.database, controller.id, language))[letter] ?? {};
    await this.parts.change({
      controllerId: controller.id,
      part: letterPart(letter, language),
      seen: versionIn(ifMatch),
      before: { passages: before },
      after: { passages: checked(letter, language, passages) },
      staffId,
      apply: () => Promise.resolve(),
    });
    return this.read(letter, language);
  }
}

/** Throws 404 for a letter that has no free passages, or a language that Artikla does not speak. */
const asked = (name: string, spoken: string): { letter: EditableLetter; language: Language } => {
  const found = EDITABLE_LETTERS.find(({ letter }) => letter === name);
  const language = LANGUAGES.find((each) => each === spoken);
  if (found === undefined || language === undefined) throw new NotFoundException({ code: 'not-found' });
  return { letter: found.letter, language };
};

/** A locked piece has no name, so nothing here can stand for it. Throws 400 with what is wrong, passage by passage. */
const checked = (letter: EditableLetter, language: Language, passages: LetterPassages['passages']): OwnPassages => {
  const known = EDITABLE_LETTERS.find((each) => each.letter === letter)?.passages[language] ?? [];
  const errors = Object.entries(passages).flatMap(([name, words]) => {
    const message = known.includes(name) ? (words === null ? null : passageProblem(words)) : 'passage-locked';
    return message === null ? [] : [{ path: `passages.${name}`, message }];
  });
  if (errors.length > 0) throw new BadRequestException({ code: 'invalid-input', errors });
  return passages;
};
