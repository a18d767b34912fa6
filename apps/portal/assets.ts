import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The folder that is served as it is, and where it is served. */
export const ASSETS = { folder: new URL('./public/', import.meta.url), path: '/assets/' } as const;

/** An address that changes with the content, so that browsers may keep the file for good. */
const addressOf = (file: string): string => {
  const content = createHash('sha256').update(readFileSync(new URL(file, ASSETS.folder)));
  return `${ASSETS.path}${file}?v=${content.digest('hex').slice(0, 12)}`;
};

/** In the order in which they are read: the later one wins. */
export const STYLE_SHEETS = ['base', 'frame', 'forms', 'content', 'adaptations'].map((name) =>
  addressOf(`${name}.css`),
);
export const FAVICON = addressOf('favicon.svg');
