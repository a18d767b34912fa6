import { Injectable, NotFoundException, type PipeTransform } from '@nestjs/common';
import { LANGUAGES, type Language } from '#domain/language';

/** The first step of every portal address; anything else there is a page that does not exist. */
@Injectable()
export class LanguagePipe implements PipeTransform<string, Language> {
  transform(value: string): Language {
    const language = LANGUAGES.find((known) => known === value);
    if (language === undefined) throw new NotFoundException();
    return language;
  }
}
