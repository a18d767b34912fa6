import { usePageTexts, type TextsOf } from '../app/texts.js';

/** The texts of the pages for administrators, for these pages only. */
export const useAdministrationTexts = (): TextsOf<'administration'> => usePageTexts('administration');
