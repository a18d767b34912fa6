import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { NotFound } from '../app/not-found.js';
import { Splash } from '../ui/splash.js';
import { SettingsHome } from './settings-home.js';

const PAGES = {
  organisation: lazy(async () => ({ default: (await import('./organisation-page.js')).OrganisationPage })),
  record: lazy(async () => ({ default: (await import('./record-page.js')).RecordPage })),
  registers: lazy(async () => ({ default: (await import('./registers-page.js')).RegistersPage })),
  letters: lazy(async () => ({ default: (await import('./letters-page.js')).LettersPage })),
  users: lazy(async () => ({ default: (await import('./users-page.js')).UsersPage })),
} as const;

const LetterPage = lazy(async () => ({ default: (await import('./letter-page.js')).LetterPage }));

const pageAt = (name: string, letter: string | undefined, language: string | undefined) => {
  if (name === '') return <SettingsHome />;
  if (name === 'letters' && letter !== undefined) return <LetterPage letter={letter} language={language ?? ''} />;
  const Page = Object.entries(PAGES).find(([known]) => known === name)?.[1];
  return Page === undefined || letter !== undefined ? <NotFound /> : <Page />;
};

/** `/settings/…`: each page in a file of its own, fetched when it is asked for. */
export const SettingsRoute = () => {
  const { _splat: path = '' } = useParams({ strict: false });
  const [name = '', letter, language] = path.split('/');
  return <Suspense fallback={<Splash />}>{pageAt(name, letter, language)}</Suspense>;
};
