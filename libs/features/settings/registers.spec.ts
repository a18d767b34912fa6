import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { registersPage, type RegistersPage } from '#contracts/settings-registers';
import { createDemoRegister } from '#connectors/demo-register/create';
import { createEmptyDatabase, type TestDatabase } from '#test/support/database';
import { openTestPool } from '#test/support/pool';
import { openStaffDesk, refusalOf, TODAY, type StaffDesk } from '#test/support/staff';

const REGISTERS = '/api/v1/settings/registers';
const SECRET = 'geheim-8812';

let staff: StaffDesk;
let system: TestDatabase;
beforeAll(async () => {
  staff = await openStaffDesk();
  system = await createEmptyDatabase();
  const pool = openTestPool(system.url);
  await createDemoRegister(pool, TODAY, process.cwd());
  await pool.end();
});
afterAll(async () => {
  await staff.close();
  await system.drop();
});

const file = JSON.parse(readFileSync(new URL('../../../data/demo/registers.json', import.meta.url), 'utf8')) as {
  readonly financialYearEnd: string;
  readonly registers: readonly { readonly id: string }[];
};
const definition = { ...file, registers: file.registers.filter(({ id }) => id === 'customer-register') };

const everywhere = (words: string) => ({ fi: words, sv: words, en: words });

const PAPER = {
  id: 'paper-archive',
  name: everywhere('Paperiarkisto'),
  dataClass: 'basic',
  activities: ['customers'],
  kind: 'manual',
  definition: null,
  retired: false,
} as const;

const read = async (): Promise<RegistersPage> =>
  registersPage.parse((await staff.auditor.get(REGISTERS)).body as unknown);

const find = async (wanted: string) => {
  const found = (await read()).registers.find(({ id }) => id === wanted);
  if (found === undefined) throw new Error('no such register');
  return found;
};

const set = async (wanted: string, changes: object) => {
  const { version, content } = await find(wanted);
  return staff.administrator.put(`${REGISTERS}/${wanted}`, { ...content, ...changes }, String(version));
};

describe('a register that people look after', () => {
  it('is added, and new requests have it in their scope', async () => {
    expect((await staff.administrator.post(REGISTERS, PAPER)).status).toBe(200);
    expect(await find('paper-archive')).toMatchObject({ version: 1, capabilities: [], hasConnection: false });
  });

  it('is not added twice', async () => {
    const answer = await staff.administrator.post(REGISTERS, PAPER);
    expect(refusalOf(answer)).toEqual({ status: 400, code: 'invalid-input' });
  });

  it('that is retired stays for the requests that have it, and no new one gets it', async () => {
    expect((await set('paper-archive', { retired: true })).status).toBe(200);
    expect((await find('paper-archive')).content.retired).toBe(true);
    const [row] = await staff.desk.database.query('select retired_at from register where id = $1', ['paper-archive']);
    expect(row).toMatchObject({ retired_at: expect.stringContaining('2026-11-23') });
    expect((await set('paper-archive', { retired: false })).status).toBe(200);
  });
});

describe('a register in PostgreSQL', () => {
  const sql = { ...PAPER, id: 'customer-register', kind: 'sql', definition };

  it('is what its definition says', async () => {
    expect((await staff.administrator.post(REGISTERS, sql)).status).toBe(200);
    const { content, capabilities, hasConnection } = await find('customer-register');
    expect(content.name.en).toBe('Customer register');
    expect(capabilities).toEqual(['collect', 'plan_erasure', 'erase']);
    expect(hasConnection).toBe(false);
  });

  it('takes a connection and tells it to nobody', async () => {
    const secret = new URL(system.url);
    secret.searchParams.set('application_name', SECRET);
    const answer = await set('customer-register', { connection: secret.href });
    expect(answer.status).toBe(200);
    expect(answer.text).not.toContain(SECRET);
    expect((await staff.administrator.get(REGISTERS)).text).not.toContain(SECRET);
    expect(await find('customer-register')).toMatchObject({ hasConnection: true });
    const versions = await staff.desk.database.query('select content::text from setting_version');
    expect(JSON.stringify(versions)).not.toContain(SECRET);
  });

  it('keeps its connection while other things of it change', async () => {
    await set('customer-register', { activities: [] });
    expect((await find('customer-register')).hasConnection).toBe(true);
  });

  it('is set back to an earlier version as a new one, and keeps its connection', async () => {
    const { version, changes } = await find('customer-register');
    const earlier = changes.find(({ version: place }) => place === 1)?.content;
    expect(earlier?.activities).not.toEqual([]);
    expect((await set('customer-register', { ...earlier })).status).toBe(200);
    expect(await find('customer-register')).toMatchObject({
      version: version + 1,
      content: { activities: earlier?.activities },
      hasConnection: true,
    });
  });

  it('is tested for its tables and columns, without reading a row', async () => {
    const answer = await staff.administrator.post(`${REGISTERS}/customer-register/check`);
    expect(answer.body).toEqual({ result: 'ok', detail: null });
    expect((await find('customer-register')).check?.result).toBe('ok');
  });

  it('that does not look as described says which table or column', async () => {
    const moved = JSON.parse(
      JSON.stringify(definition).replace('"table":"customers"', '"table":"elsewhere"'),
    ) as object;
    await set('customer-register', { definition: moved });
    const answer = await staff.administrator.post(`${REGISTERS}/customer-register/check`);
    expect(answer.body).toEqual({ result: 'wrong-definition', detail: expect.stringContaining('elsewhere') });
  });

  it('that cannot be reached says so within seconds, and not how it was tried', async () => {
    await set('customer-register', { connection: `postgresql://x:${SECRET}@127.0.0.1:9/none` });
    const answer = await staff.administrator.post(`${REGISTERS}/customer-register/check`);
    expect(answer.body).toEqual({ result: 'unavailable', detail: null });
    expect(answer.text).not.toContain(SECRET);
  });

  it.each([
    ['a file that describes nothing', { definition: {} }, 'definition'],
    ['a file about another register', { definition: { ...file, registers: file.registers.slice(1, 2) } }, 'definition'],
    ['several registers in one file', { definition: file }, 'definition'],
    ['a connection to something else', { connection: 'https://example.com' }, 'connection'],
  ])('refuses %s', async (_what, wrong, path) => {
    const answer = await set('customer-register', wrong);
    expect(refusalOf(answer)).toEqual({ status: 400, code: 'invalid-input' });
    expect((answer.body as { errors: { path: string }[] }).errors[0]?.path).toBe(path);
  });
});
