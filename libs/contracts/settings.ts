import { z } from 'zod';
import { nearName } from './near-name.js';

/** What stops a process from starting: one sentence per problem, none of which repeats a secret. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly problems: readonly string[]) {
    super(problems.join(' '));
  }
}

/** A typed value as an error may repeat it: short and plain, or not at all. */
const shown = (value: unknown): string =>
  typeof value === 'string' && /^[\w.-]{1,20}$/.test(value) ? value : 'something else';

const numberBetween = (least: number, most: number, what: string) =>
  z
    .string()
    .refine((value) => /^\d{1,5}$/.test(value) && Number(value) >= least && Number(value) <= most, {
      error: ({ input }) => `is ${shown(input)}; give ${what} between ${least} and ${most}`,
    })
    .transform(Number);

const between = (least: number, most: number, usual: number, what: string) =>
  numberBetween(least, most, what).default(usual);

const portNumber = numberBetween(1, 65_535, 'a port');

const port = (usual: number) => portNumber.default(usual);

const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values, usual: Values[number]) =>
  z
    .enum(values, { error: ({ input }) => `is ${shown(input)}; give one of ${values.join(', ')}` })
    .default(usual as never);

/** An address with a server in it. Its value may hold a password, so what is wrong is said without it. */
const address = (of: string, protocols: readonly string[], example: string) =>
  z
    .string()
    .refine((value) => protocols.includes(URL.parse(value)?.protocol ?? ''), {
      error: `is not an address of ${of}; give one like ${example}`,
    })
    .optional();

const isOrigin = (value: string): boolean => {
  const url = URL.parse(value);
  const web = url?.protocol === 'https:' || url?.protocol === 'http:';
  return url !== null && web && url.href === `${url.origin}/`;
};

const origin = z
  .string()
  .refine(isOrigin, { error: 'is not the address of a site; give one like https://desk.example.org, without a path' })
  .transform((value) => new URL(value).origin)
  .optional();

/** Every setting there is: name, what it must look like, and what holds when it is missing. */
const environment = z.object({
  DATABASE_URL: address('PostgreSQL', ['postgresql:', 'postgres:'], 'postgresql://USER:PASSWORD@HOST:5432/DATABASE'),
  /** One server, Sentinel or Cluster; the queue reads it more closely than an address of one host can be read here. */
  REDIS_URL: z
    .string()
    .regex(/^rediss?(\+sentinel|\+cluster)?:\/\/[^/?#]+/, {
      error:
        'is not an address of Redis or Valkey; give one like redis://HOST:6379, ' +
        'redis+sentinel://HOST:26379,HOST:26379/NAME or redis+cluster://HOST:6379,HOST:6379',
    })
    .optional(),
  SMTP_URL: address('a mail server', ['smtp:', 'smtps:'], 'smtps://USER:PASSWORD@HOST:465'),
  IMAP_URL: address('a mailbox', ['imap:', 'imaps:'], 'imaps://USER:PASSWORD@HOST:993'),
  /** A mail catcher's page, asked whether it took a mail of uncertain fate. */
  MAIL_JOURNAL_URL: address('a mail catcher', ['http:', 'https:'], 'http://mailbox:1080'),
  /** How long that page may lack a mail that was taken; a mail it lacks for longer is sent again. */
  MAIL_JOURNAL_LAG_SECONDS: between(0, 3600, 30, 'seconds'),
  CONSOLE_URL: origin,
  PORTAL_URL: origin,
  STORAGE_URL: z
    .string()
    .default('file:./files')
    .refine((value) => URL.parse(value, 'file:///')?.protocol === 'file:', {
      error: 'is not an address of a folder; give one like file:///srv/artikla/files',
    }),
  ARTIKLA_KEY: z.string().optional(),
  ARTIKLA_KEY_FILE: z.string().optional(),
  LOG_LEVEL: oneOf(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
  CONSOLE_PORT: port(3000),
  PORTAL_PORT: port(3001),
  WORKER_PORT: port(3002),
  MAILBOX_PORT: port(1080),
  /** Where the api tells Prometheus how the desk stands; the worker does so on WORKER_PORT. */
  METRICS_PORT: portNumber.optional(),
  DATA_DIR: z.string().default('.artikla'),
  /** How long a worker that fell silent keeps the effect it was doing; a heartbeat prolongs it. */
  LEASE_SECONDS: between(2, 600, 30, 'seconds'),
  /** Tasks at one register at a time, over all workers. */
  REGISTER_CONCURRENCY: between(1, 1000, 4, 'a number'),
  /** Effects that mail to one domain at a time, over all workers. */
  MAIL_DOMAIN_CONCURRENCY: between(1, 1000, 20, 'a number'),
  NODE_ENV: oneOf(['production', 'development', 'test'], 'production'),
  ALLOW_PLAIN_HTTP: z.stringbool({ error: 'must be true or false' }).default(false),
});

type Environment = z.output<typeof environment>;
type SettingName = keyof Environment;

export const SETTING_NAMES = Object.keys(environment.shape) as SettingName[];

/** What a process can be unable to do without. A key may come as ARTIKLA_KEY or as ARTIKLA_KEY_FILE. */
export type Need = 'DATABASE_URL' | 'ARTIKLA_KEY' | 'SMTP_URL' | 'CONSOLE_URL' | 'PORTAL_URL';

/**
 * The settings under their own names. CONSOLE_URL and PORTAL_URL are origins without a closing slash, by default those
 * of this machine; STORAGE_URL may be relative to DATA_DIR. What a process needs is there.
 */
export type Settings<Needed extends Need = never> = Readonly<Environment> & {
  readonly [Name in 'CONSOLE_URL' | 'PORTAL_URL' | Exclude<Needed, 'ARTIKLA_KEY'>]: string;
};

const HOW_TO_GIVE: Readonly<Record<Need, string>> = {
  DATABASE_URL: 'give the address of a PostgreSQL 18, like postgresql://USER:PASSWORD@HOST:5432/DATABASE',
  ARTIKLA_KEY: 'give the key of the desk, made once with `openssl rand -base64 32` and kept apart from its database',
  SMTP_URL: 'give the address of a mail server, like smtps://USER:PASSWORD@HOST:465',
  CONSOLE_URL: 'give the address under which staff reach the console, like https://desk.example.org',
  PORTAL_URL: 'give the address under which the public reaches the portal, like https://privacy.example.org',
};

type Given = Readonly<Record<string, string | undefined>>;

/** `FOO=` in a file of settings means that FOO is not set. */
const filled = (env: Given): Given =>
  Object.fromEntries(
    Object.entries(env)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  );

const missing = (given: Given, needs: readonly Need[]): string[] =>
  needs
    .filter((need) => given[need] === undefined && !(need === 'ARTIKLA_KEY' && given['ARTIKLA_KEY_FILE'] !== undefined))
    .map((need) => {
      const typo = nearName(need, Object.keys(given));
      return `${need} is missing; ${HOW_TO_GIVE[need]}${typo === undefined ? '' : ` (${typo} is set: was that meant?)`}.`;
    });

/** Only our own prefix is looked at: what else stands in an environment is not ours to judge. */
const misspelt = (given: Given): string[] =>
  Object.keys(given)
    .filter((name) => name.startsWith('ARTIKLA_') && !SETTING_NAMES.some((known) => known === name))
    .flatMap((name) => {
      const bare = name.slice('ARTIKLA_'.length);
      const meant = SETTING_NAMES.find((known) => known === bare) ?? nearName(name, SETTING_NAMES);
      return meant === undefined ? [] : [`${name} is not a setting; did you mean ${meant}?`];
    });

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Rules between settings, each of which is fine by itself. */
const disagreeing = (given: Given): string[] => {
  const sites = ['CONSOLE_URL', 'PORTAL_URL'] as const;
  const plain = sites.filter((name) => {
    const url = URL.parse(given[name] ?? '');
    return url?.protocol === 'http:' && !LOOPBACK.includes(url.hostname);
  });
  const allowed = environment.shape.ALLOW_PLAIN_HTTP.safeParse(given['ALLOW_PLAIN_HTTP']).data === true;
  const [console, portal] = sites.map((name) => URL.parse(given[name] ?? '')?.origin);
  return [
    ...(allowed ? [] : plain).map(
      (name) =>
        `${name} is not encrypted; give an https:// address, or set ALLOW_PLAIN_HTTP=true on a network of trust.`,
    ),
    ...(console !== undefined && console === portal
      ? ['CONSOLE_URL and PORTAL_URL are the same; give the public portal an address of its own.']
      : []),
    ...(given['ARTIKLA_KEY'] !== undefined && given['ARTIKLA_KEY_FILE'] !== undefined
      ? ['ARTIKLA_KEY and ARTIKLA_KEY_FILE are both set; keep one of them.']
      : []),
  ];
};

/**
 * The only reader of the environment. `needs` are the settings that the calling app cannot do without.
 * @throws SettingsError with every problem at once.
 */
export const readSettings = <Needed extends Need = never>(
  env: Given,
  needs: readonly Needed[] = [],
): Settings<Needed> => {
  const given = filled(env);
  const { data, error } = environment.safeParse(given);
  const malformed = (error?.issues ?? []).map(({ path, message }) => `${String(path[0])} ${message}.`);
  const problems = [...malformed, ...missing(given, needs), ...misspelt(given), ...disagreeing(given)];
  if (data === undefined || problems.length > 0) throw new SettingsError(problems);
  return {
    ...data,
    CONSOLE_URL: data.CONSOLE_URL ?? `http://localhost:${data.CONSOLE_PORT}`,
    PORTAL_URL: data.PORTAL_URL ?? `http://localhost:${data.PORTAL_PORT}`,
  } as Settings<Needed>;
};
