import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const OPERATIONS = read('docs/operations.md');

/** Every source of the processes, and no test. */
const SOURCES = ['apps', 'libs'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => read(join(folder, file))),
);

const found = (pattern: RegExp, texts: readonly string[]): string[] =>
  [...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name]) => name ?? '')))].toSorted();

const exported = found(
  /'(artikla_[a-z_]+)'/g,
  SOURCES.filter((source) => source.includes(`from 'prom-client'`)),
);

describe('docs/operations.md', () => {
  it('explains every metric that a process exports, and none that it does not', () => {
    expect(exported.length).toBeGreaterThan(10);
    expect(found(/^\| `(artikla_[a-z_]+)` \|/gm, [OPERATIONS])).toEqual(exported);
  });

  it('alerts by nothing but those', () => {
    const used = found(/(artikla_[a-z_]+)/g, OPERATIONS.match(/^\| .*(max|increase|time)\(.*$/gm) ?? []);
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((name) => !exported.includes(name))).toEqual([]);
  });

  it('says what each reason means for which a process is not ready', () => {
    const reasons = found(/^ +name: '([a-z]+)',\n +look:/gm, SOURCES);
    expect(reasons.length).toBeGreaterThan(3);
    expect(found(/^\| `([a-z]+)` \| (?:all|worker) \|/gm, [OPERATIONS])).toEqual([...reasons, 'process'].toSorted());
  });
});
