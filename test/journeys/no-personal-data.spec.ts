import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { codeIn, linkIn, textOf } from '#test/support/mail-text';
import { PortalVisitor } from '#test/support/portal-visitor';
import { startRedis, type TestRedis } from '#test/support/redis';
import { eventually, startWholeDesk, type WholeDesk } from '#test/support/whole-desk';
import type { RunningApp } from '#test/support/processes';

const MINUTES = 3;
const OFFICER = { kind: 'staff', id: '01900000-0000-7000-8000-00000000000a', role: 'officer' } as const;

/** Marks that stand nowhere else in the world: wherever one is found, personal data leaked. */
const NAME = 'Kanarialintu Merkkinen';
const WORDS = 'merkkisana-omat-tiedot';
const NOTE = 'merkkisana-huomautus';

/** Every row of every table as text; bytes stand in it as hexadecimal. */
const databaseText = async (desk: WholeDesk): Promise<string> => {
  const tables = await desk.database.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await desk.database.query<{ text: string }>(`select row::text as text from ${name} as row`);
    texts.push(...rows.map(({ text }) => `${name} ${text}`));
  }
  return texts.join('\n');
};

const redisText = async (url: string): Promise<string> => {
  const client = new Redis(url);
  const keys = await client.keys('*');
  const values = await Promise.all(keys.map(async (key) => (await client.dumpBuffer(key))?.toString('latin1') ?? ''));
  client.disconnect();
  return [...keys, ...values].join('\n');
};

const fileTexts = async (folder: string): Promise<string> => {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), 'latin1'));
  return (await Promise.all(texts)).join('\n');
};

/** A mark in any of the forms in which it could lie about. */
const spellings = (mark: string): string[] => {
  const bytes = Buffer.from(mark);
  return [mark, bytes.toString('hex'), bytes.toString('base64').replaceAll('=', ''), encodeURIComponent(mark)];
};

describe('a request that is worked on', () => {
  let redis: TestRedis;
  let desk: WholeDesk;
  let apps: RunningApp[];
  let marks: string[];
  let secrets: string[];
  let filed: string;

  beforeAll(async () => {
    redis = await startRedis();
    desk = await startWholeDesk(redis.url);
    apps = await Promise.all(['portal', 'api', 'worker'].map((app) => desk.start(app, { LOG_LEVEL: 'trace' })));
    const person = desk.people.filter(({ email }) => email !== null)[70];
    const email = person?.email ?? '';
    const visitor = new PortalVisitor(desk.portalUrl);
    const { reference, secretCode } = await visitor.file(
      ['access', 'direct_marketing'],
      { name: NAME, email, phone: '048 000 4711' },
      WORDS,
    );
    const [row] = await desk.database.query<{ id: string }>('select id from subject_request where reference = $1', [
      reference,
    ]);
    const requestId = row?.id ?? '';
    filed = reference;
    const confirm = linkIn(await desk.mailTo(email, (mail) => textOf(mail).includes('/confirm/')), '/confirm/');
    await visitor.post(new URL(confirm).pathname, { code: secretCode });
    const challenge = await desk.mailTo(email, (mail) => textOf(mail).includes('/verify/'));
    const verify = linkIn(challenge, '/verify/');
    await visitor.post(new URL(verify).pathname, { code: codeIn(challenge) });
    await desk.ledger.apply(requestId, { type: 'addNote' }, OFFICER, { content: { words: NOTE } });
    await eventually('the registers to be asked', async () => {
      const [now] = await desk.database.query('select from subject_request where id = $1 and tasks_done >= 3', [
        requestId,
      ]);
      return now;
    });
    marks = [NAME, 'Kanarialintu', WORDS, NOTE, email, '048 000 4711', '480004711', person?.streetAddress ?? NAME];
    secrets = [
      secretCode,
      secretCode.replaceAll('-', ''),
      codeIn(challenge),
      ...[confirm, verify].map((link) => link.split('/').at(-1) ?? ''),
    ];
  }, MINUTES * 60_000);

  afterAll(async () => {
    await desk.stop();
    await redis.stop();
  });

  const expectNone = (text: string, wanted: readonly string[]): void => {
    expect(wanted.filter((mark) => spellings(mark).some((form) => text.includes(form)))).toEqual([]);
  };

  it('has no personal data in the clear in any table', async () => {
    expect(await databaseText(desk)).toContain(filed);
    expectNone(await databaseText(desk), marks);
  });

  it('has none of its codes and links in any table', async () => {
    expectNone(await databaseText(desk), secrets);
  });

  it('has neither in Redis', async () => {
    expectNone(await redisText(redis.url), [...marks, ...secrets]);
  });

  it('has neither in any log, even at the most talkative level', () => {
    expect(apps.map((app) => app.output()).join('\n')).toContain('/:language/verify/:link');
    expectNone(apps.map((app) => app.output()).join('\n'), [...marks, ...secrets]);
  });

  it('has no personal data in the files it keeps', async () => {
    expectNone(await fileTexts(desk.filesFolder), marks);
  });

  it('has neither name nor words in what it mails', () => {
    expectNone(desk.smtp.journal().map(textOf).join('\n'), ['Kanarialintu', WORDS, NOTE]);
  });
});
