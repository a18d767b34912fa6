import { describe, expect, it } from '@jest/globals';
import { readSettings, SettingsError, type Need } from './settings.js';

const problemsOf = (env: Record<string, string>, needs: readonly Need[] = []): readonly string[] => {
  try {
    readSettings(env, needs);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
};

describe('without any setting', () => {
  it('everything has its usual value', () => {
    expect(readSettings({})).toEqual({
      CONSOLE_PORT: 3000,
      PORTAL_PORT: 3001,
      WORKER_PORT: 3002,
      MAILBOX_PORT: 1080,
      CONSOLE_URL: 'http://localhost:3000',
      PORTAL_URL: 'http://localhost:3001',
      STORAGE_URL: 'file:./files',
      DATA_DIR: '.artikla',
      LOG_LEVEL: 'info',
      MAIL_JOURNAL_LAG_SECONDS: 30,
      NODE_ENV: 'production',
      ALLOW_PLAIN_HTTP: false,
      LEASE_SECONDS: 30,
      REGISTER_CONCURRENCY: 4,
      MAIL_DOMAIN_CONCURRENCY: 20,
    });
  });

  it('and an empty one counts as none, as in a file of settings', () => {
    expect(readSettings({ PORTAL_PORT: '', DATABASE_URL: ' ' })).toEqual(readSettings({}));
  });
});

describe('the address of a site', () => {
  it('is an origin, with or without a closing slash', () => {
    expect(readSettings({ CONSOLE_URL: 'https://Desk.Example.org/' }).CONSOLE_URL).toBe('https://desk.example.org');
  });

  it('follows its port when only that is given', () => {
    expect(readSettings({ PORTAL_PORT: '8081' }).PORTAL_URL).toBe('http://localhost:8081');
  });

  it('must be encrypted outside this machine, unless somebody says that the network is of trust', () => {
    const env = { PORTAL_URL: 'http://privacy.example.org' };
    expect(problemsOf(env)).toEqual([
      'PORTAL_URL is not encrypted; give an https:// address, or set ALLOW_PLAIN_HTTP=true on a network of trust.',
    ]);
    expect(problemsOf({ ...env, ALLOW_PLAIN_HTTP: 'true' })).toEqual([]);
    expect(problemsOf({ PORTAL_URL: 'http://127.0.0.1:9000' })).toEqual([]);
  });

  it('is never shared by the desk and the public', () => {
    const same = { CONSOLE_URL: 'https://desk.example.org', PORTAL_URL: 'https://desk.example.org/' };
    expect(problemsOf(same)).toEqual([
      'CONSOLE_URL and PORTAL_URL are the same; give the public portal an address of its own.',
    ]);
  });
});

describe('a wrong value', () => {
  it.each([
    ['PORTAL_PORT', '99999', 'PORTAL_PORT is 99999; give a port between 1 and 65535.'],
    ['PORTAL_PORT', '0', 'PORTAL_PORT is 0; give a port between 1 and 65535.'],
    ['WORKER_PORT', '0x50', 'WORKER_PORT is 0x50; give a port between 1 and 65535.'],
    ['MAILBOX_PORT', 'a b', 'MAILBOX_PORT is something else; give a port between 1 and 65535.'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL is loud; give one of fatal, error, warn, info, debug, trace, silent.'],
    ['LEASE_SECONDS', '1', 'LEASE_SECONDS is 1; give seconds between 2 and 600.'],
    ['REGISTER_CONCURRENCY', '0', 'REGISTER_CONCURRENCY is 0; give a number between 1 and 1000.'],
    [
      'REDIS_URL',
      'redis+swarm://host:6379',
      'REDIS_URL is not an address of Redis or Valkey; give one like redis://HOST:6379, redis+sentinel://HOST:26379,HOST:26379/NAME or redis+cluster://HOST:6379,HOST:6379.',
    ],
    ['ALLOW_PLAIN_HTTP', 'perhaps', 'ALLOW_PLAIN_HTTP must be true or false.'],
    [
      'CONSOLE_URL',
      'https://desk.example.org/artikla',
      'CONSOLE_URL is not the address of a site; give one like https://desk.example.org, without a path.',
    ],
    [
      'STORAGE_URL',
      's3://files',
      'STORAGE_URL is not an address of a folder; give one like file:///srv/artikla/files.',
    ],
  ])('of %s (%s) is said with how to mend it', (name, value, sentence) => {
    expect(problemsOf({ [name]: value })).toEqual([sentence]);
  });

  it('is told together with all the others', () => {
    expect(problemsOf({ PORTAL_PORT: 'x', REDIS_URL: 'y', DATA_DIR: 'fine' }, ['DATABASE_URL'])).toHaveLength(3);
  });

  it.each(['DATABASE_URL', 'REDIS_URL', 'SMTP_URL', 'IMAP_URL', 'CONSOLE_URL', 'PORTAL_PORT', 'LOG_LEVEL'])(
    'of %s is not repeated when it may hold a password',
    (name) => {
      const problems = problemsOf({ [name]: 'mysql://somebody:hunter2@host/db' });
      expect(problems).toHaveLength(1);
      expect(problems.join()).not.toContain('hunter2');
    },
  );
});

describe('the address of the queue', () => {
  it.each([
    'redis://queue.example.org',
    'rediss://desk:secret@queue.example.org:6380/2',
    'redis+sentinel://:secret@one.example.org:26379,two.example.org/artikla',
    'redis+cluster://one.example.org:6379,two.example.org:6379',
  ])('may be %s', (url) => {
    expect(readSettings({ REDIS_URL: url }).REDIS_URL).toBe(url);
  });
});

describe('what an app needs', () => {
  it('is asked for with its form', () => {
    expect(problemsOf({}, ['DATABASE_URL', 'ARTIKLA_KEY'])).toEqual([
      'DATABASE_URL is missing; give the address of a PostgreSQL 18, like postgresql://USER:PASSWORD@HOST:5432/DATABASE.',
      'ARTIKLA_KEY is missing; give the key of the desk, made once with `openssl rand -base64 32` and kept apart from its database.',
    ]);
  });

  it('may be a key in a file, but not a key and a file', () => {
    expect(problemsOf({ ARTIKLA_KEY_FILE: '/run/secrets/key' }, ['ARTIKLA_KEY'])).toEqual([]);
    expect(problemsOf({ ARTIKLA_KEY_FILE: '/run/secrets/key', ARTIKLA_KEY: 'abc' })).toEqual([
      'ARTIKLA_KEY and ARTIKLA_KEY_FILE are both set; keep one of them.',
    ]);
  });
});

describe('a name that is nearly right', () => {
  it.each([
    ['ARTIKLA_KEYFILE', 'ARTIKLA_KEY_FILE'],
    ['ARTIKLA_KEYS', 'ARTIKLA_KEY'],
    ['ARTIKLA_DATABASE_URL', 'DATABASE_URL'],
  ])('such as %s is hinted at', (typed, meant) => {
    expect(problemsOf({ [typed]: 'x' })).toEqual([`${typed} is not a setting; did you mean ${meant}?`]);
  });

  it('is named where the right one is missing', () => {
    expect(problemsOf({ DATABASE_URI: 'x' }, ['DATABASE_URL']).join()).toContain(
      '(DATABASE_URI is set: was that meant?)',
    );
  });

  it('is not looked for among names that a container platform sets', () => {
    expect(problemsOf({ ARTIKLA_API_SERVICE_HOST: '10.0.0.1', ARTIKLA_PORT: 'tcp://10.0.0.1:3000' })).toEqual([]);
  });
});
