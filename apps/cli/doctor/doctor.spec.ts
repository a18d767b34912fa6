import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeCheckpoint } from '#features/audit/checkpoint';
import { openCommandDesk, runCommand, type CommandDesk } from '#test/support/command';
import { fileRequest } from '#test/support/desk';
import { startRedis } from '#test/support/redis';
import { startSmtp } from '#test/support/smtp';
import { Client } from 'pg';
import { Redis } from 'ioredis';

let desk: CommandDesk;
let smtp: Awaited<ReturnType<typeof startSmtp>>;

beforeAll(async () => {
  desk = await openCommandDesk();
  smtp = await startSmtp();
  await fileRequest(desk, ['access']);
  await makeCheckpoint(desk.database, desk.keyring.signingKey);
});
afterAll(async () => {
  await desk.close();
  await smtp.stop();
});

const doctor = async (env: Readonly<Record<string, string>> = {}) => {
  const { code, printed } = await runCommand(['doctor'], { ...desk.env, SMTP_URL: smtp.url, ...env });
  return { code, all: printed, odd: printed.filter((line) => !line.startsWith('✓')) };
};

describe('artikla doctor', () => {
  it('finds nothing wrong with a desk that works', async () => {
    const { code, all, odd } = await doctor();
    expect({ code, odd }).toEqual({ code: 0, odd: [] });
    expect(all.map((line) => /^✓ (\w+): /.exec(line)?.[1])).toEqual([
      'Settings',
      'Storage',
      'Mail',
      'Queue',
      'Database',
      'Schema',
      'Key',
      'Signature',
      'Clock',
      'Work',
      'Ledger',
      'Audit',
    ]);
  });

  it('warns, without failing, that mail without a server goes nowhere', async () => {
    expect(await doctor({ SMTP_URL: '' })).toMatchObject({
      code: 0,
      odd: [expect.stringMatching(/^! Mail: no SMTP_URL/)],
    });
  });

  it('says every setting that is wrong and goes no further', async () => {
    expect(await doctor({ PORTAL_PORT: '99999' })).toMatchObject({
      code: 1,
      all: ['✗ Settings: PORTAL_PORT is 99999; give a port between 1 and 65535.'],
    });
  });

  it('fails when another key is given than the one that everything was sealed with', async () => {
    const { code, odd } = await doctor({ ARTIKLA_KEY: randomBytes(32).toString('base64') });
    expect(code).toBe(1);
    expect(odd).toEqual([
      expect.stringMatching(/^✗ Key: it does not open the newest request/),
      expect.stringMatching(/^✗ Signature: the last checkpoint was signed with another key/),
    ]);
  });

  it('fails on a sample key and still looks at the rest', async () => {
    const { code, all, odd } = await doctor({ ARTIKLA_KEY: Buffer.alloc(32).toString('base64') });
    expect(code).toBe(1);
    expect(odd).toEqual([expect.stringMatching(/^✗ Key: ARTIKLA_KEY is a sample/)]);
    expect(all).toEqual(expect.arrayContaining([expect.stringMatching(/^✓ Mail/), expect.stringMatching(/^✓ Audit/)]));
  });

  it('fails when the mail server does not answer', async () => {
    const { code, odd } = await doctor({ SMTP_URL: 'smtp://desk:hunter2@127.0.0.1:1' });
    expect(code).toBe(1);
    expect(odd).toEqual([expect.stringMatching(/^✗ Mail: the server does not take our mail \(E\w+\)/)]);
    expect(odd.join()).not.toContain('hunter2');
  });

  it('fails when the database does not answer, after looking at what does not need it', async () => {
    const { code, all, odd } = await doctor({ DATABASE_URL: 'postgresql://desk@127.0.0.1:1/artikla' });
    expect(code).toBe(1);
    expect(odd).toEqual([expect.stringMatching(/^✗ Database: The database cannot be reached \(ECONNREFUSED\)/)]);
    expect(all).toEqual(expect.arrayContaining([expect.stringMatching(/^✓ Mail/)]));
  });

  it('fails on a database without our tables', async () => {
    const admin = new Client({ connectionString: desk.url });
    await admin.connect();
    await admin.query('create database doctor_of_nothing');
    const url = new URL(desk.url);
    url.pathname = 'doctor_of_nothing';
    const { code, odd } = await doctor({ DATABASE_URL: url.href });
    await admin.query('drop database doctor_of_nothing with (force)');
    await admin.end();
    expect({ code, odd }).toEqual({ code: 1, odd: [expect.stringMatching(/^✗ Schema: \d+ changes are missing/)] });
  });

  it('fails when files cannot be stored', async () => {
    const { code, odd } = await doctor({ STORAGE_URL: 'file:///dev/null/files' });
    expect(code).toBe(1);
    expect(odd).toEqual([expect.stringMatching(/^✗ Storage: \/dev\/null\/files cannot be written \(ENOTDIR\)/)]);
  });

  it('fails when Redis is away, or may forget jobs', async () => {
    const redis = await startRedis();
    expect((await doctor({ REDIS_URL: redis.url })).odd).toEqual([]);
    const client = new Redis(redis.url);
    await client.config('SET', 'maxmemory-policy', 'allkeys-lru');
    client.disconnect();
    expect((await doctor({ REDIS_URL: redis.url })).odd).toEqual([
      expect.stringMatching(/^✗ Queue: Redis may forget jobs; set its maxmemory-policy from allkeys-lru to noeviction/),
    ]);
    await redis.stop();
    const { code, odd } = await doctor({ REDIS_URL: redis.url });
    expect({ code, odd }).toEqual({ code: 1, odd: [expect.stringMatching(/^✗ Queue: Redis does not answer/)] });
  });
});

describe('what only time brings', () => {
  it('warns of a moved clock, of work that nobody does and of checkpoints that nobody makes', async () => {
    await fileRequest(desk, ['access']);
    await desk.time.advance(Temporal.Duration.from({ days: 1 }));
    const { code, odd } = await doctor();
    expect(code).toBe(0);
    expect(odd).toEqual([
      expect.stringMatching(/^! Time: the desk's time was moved forward by 1 days/),
      expect.stringMatching(/^! Work: \d+ effects are due for over a minute; see that a worker runs/),
      expect.stringMatching(/^! Checkpoints: none for over 30 minutes/),
    ]);
  });

  it('warns of what was given up', async () => {
    await desk.database.query(`update effect set state = 'dead' where kind = 'send-letter'`);
    expect((await doctor()).odd).toEqual(
      expect.arrayContaining([expect.stringMatching(/^! Work: 2 effects were given up/)]),
    );
  });

  it('fails when the guard of the ledger is off, and names what was changed meanwhile', async () => {
    await desk.database.query('alter table ledger_entry disable trigger ledger_entry_append_only');
    await desk.database.query(`update ledger_entry set actor = 'nobody' where seq = 1`);
    const { code, odd } = await doctor();
    expect(code).toBe(1);
    expect(odd).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^✗ Ledger: its guard against changes is off/),
        expect.stringMatching(/^✗ Audit: [0-9A-Z-]{11} seq 1: it is not what was recorded/),
      ]),
    );
  });
});
