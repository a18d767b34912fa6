import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { COMMANDS } from '#apps/cli/commands';
import { SETTING_NAMES } from '#contracts/settings';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const DOCUMENTS = [
  'README.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** Where links inside the project lead, without the heading they jump to. Pictures are taken when a release is made. */
const linksOf = (file: string): string[] =>
  [...read(file).matchAll(/(?<!!)\[[^\]]*\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)].map(([, target]) =>
    join(dirname(file), target ?? ''),
  );

/** Files and folders that a document names in code style. */
const pathsOf = (file: string): string[] =>
  [...read(file).matchAll(/`((?:apps|libs|test|data|docs)\/[\w./-]+)`/g)].map(([, path]) => path ?? '');

describe('the documents', () => {
  it.each(DOCUMENTS)('%s names only what exists', (file) => {
    const missing = [...linksOf(file), ...pathsOf(file)].filter((path) => !existsSync(join(ROOT, path)));
    expect(missing).toEqual([]);
  });

  it.each(SETTING_NAMES)('the README explains the setting %s', (name) => {
    expect(read('README.md')).toMatch(new RegExp(`^\\|[^|]*\`${name}\`[^|]*\\|`, 'm'));
  });

  it.each(COMMANDS.map(({ name }) => name))('the README explains the command %s', (name) => {
    expect(read('README.md')).toMatch(new RegExp(`^\\| \`${name}[ \`]`, 'm'));
  });
});
