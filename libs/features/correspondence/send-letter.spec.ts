import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Logger } from '@nestjs/common';
import { Addresses } from '#contracts/addresses';
import { isRefusal } from '#domain/request/refusal';
import { NoMailJournal } from '#letters/mail-journal';
import { createMailTransport } from '#letters/mail-transport';
import { IdentityChecks } from '#persistence/identity-checks';
import { isConflict } from '#persistence/ledger';
import { Organisation } from '#persistence/organisation';
import { RequestContent } from '#persistence/request-content';
import { ClockWatermark } from '#queue/clock-watermark';
import { EffectRunner } from '#queue/effect-runner';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { textOf } from '#test/support/mail-text';
import { inTurn, startSmtp, type TestSmtp } from '#test/support/smtp';
import { MATCHES } from '#test/support/staff-request';
import { MailLanes } from './mail-lanes.js';
import { MailSender } from './mail-sender.js';
import { MailStore } from './mail-store.js';
import { SendLetter } from './send-letter.js';
import type { Actor } from '#domain/request/actor';
import type { Command } from '#domain/request/commands';

const LEASE = 30;
const OFFICER: Actor = { kind: 'staff', id: '01900000-0000-7000-8000-00000000000a', role: 'officer' };
const PERSON: Actor = { kind: 'person' };
const DESK: Actor = { kind: 'desk' };
const CONTROLLER = readFileSync(new URL('../../../data/demo/controller.json', import.meta.url), 'utf8');

let desk: TestDesk;
let smtp: TestSmtp;
let watermark: ClockWatermark;
let runner: EffectRunner;
beforeAll(async () => {
  Logger.overrideLogger(false);
  desk = await openDesk();
  smtp = await startSmtp();
  await desk.database.query('update controller set profile = $1', [CONTROLLER]);
  const { database, clock, keyring, ledger } = desk;
  const content = new RequestContent(database, keyring);
  const store = new MailStore(database, content);
  const handler = new SendLetter(
    new Organisation(desk.orm),
    content,
    new IdentityChecks(database, keyring),
    clock,
    new Addresses('https://desk.example.org', 'https://privacy.example.org'),
    store,
    new MailSender(store, createMailTransport(smtp.url), new NoMailJournal()),
    new MailLanes(keyring),
  );
  watermark = new ClockWatermark(database);
  runner = new EffectRunner(database, ledger, watermark, LEASE, [handler]);
});
afterAll(async () => {
  await smtp.stop();
  await desk.close();
});

const give = async (requestId: string, command: Command, actor: Actor, content: object = {}) => {
  const outcome = await desk.ledger.apply(requestId, command, actor, { content });
  if (isRefusal(outcome) || isConflict(outcome)) throw new Error(JSON.stringify(outcome));
};

/** A request whose person confirmed the address that came with it. */
const confirmed = async (): Promise<string> => {
  const { requestId } = await fileRequest(desk, ['access']);
  await give(requestId, { type: 'confirmContact' }, PERSON);
  return requestId;
};

const write = (requestId: string, words: string) => give(requestId, { type: 'writeMessage' }, OFFICER, { words });

const WAITING = `select id from effect where request_id = $1 and data::jsonb ->> 'letter' = 'message' and state = 'pending' order by id`;

/** Runs the messages that wait, as a worker does, and gives what was mailed: to whom, in which words. */
const send = async (requestId: string) => {
  const before = smtp.journal().length;
  // Nothing reaches a person unless somebody has looked at the clock lately.
  await watermark.look();
  const waiting = await desk.database.query<{ id: string }>(WAITING, [requestId]);
  for (const { id } of waiting) await runner.run(id);
  return smtp
    .journal()
    .slice(before)
    .map((mail) => ({ to: mail.to.join(), text: textOf(mail) }));
};

const told = async (requestId: string) => {
  const rows = await desk.database.query<{ data: string }>(
    `select data from ledger_entry where request_id = $1 and type like 'letter%' order by seq`,
    [requestId],
  );
  return rows.map(({ data }) => JSON.parse(data) as Record<string, unknown>);
};

describe('a message in an officer’s own words', () => {
  it('is mailed to the confirmed address in the words that were written, once, and the request is told', async () => {
    const requestId = await confirmed();
    await write(requestId, 'Etsimme vielä tallenteita.');
    const mails = await send(requestId);
    expect(mails).toEqual([{ to: 'testi@example.org', text: expect.stringContaining('Etsimme vielä tallenteita.') }]);
    expect(mails[0]?.text).toContain('https://privacy.example.org/');
    expect(await told(requestId)).toEqual([expect.objectContaining({ letter: 'message' })]);
    expect(await send(requestId)).toEqual([]);
  });

  it('keeps its own words when two wait at once', async () => {
    const requestId = await confirmed();
    await write(requestId, 'Ensimmäinen viesti.');
    await write(requestId, 'Toinen viesti.');
    const texts = (await send(requestId)).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts.filter((text) => text.includes('Ensimmäinen viesti.') && !text.includes('Toinen'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('Toinen viesti.') && !text.includes('Ensimmäinen'))).toHaveLength(1);
  });

  it('goes to the contact on file of whoever proved who they are, and not to the one that came with the request', async () => {
    const requestId = await confirmed();
    const [candidate] = MATCHES.candidates;
    const location = { type: 'recordLocation', location: 'one', candidates: 1, reachable: true } as const;
    await give(requestId, location, DESK, { candidates: [candidate], chosen: 0 });
    await give(requestId, { type: 'confirmIdentity', method: 'in_person' }, OFFICER, { words: 'Kävi tiskillä.' });
    await write(requestId, 'Vastaus tulee pian.');
    expect((await send(requestId)).map(({ to }) => to)).toEqual(['first@example.org']);
  });

  it('is sent after all when the mail server fails at first, and no second time', async () => {
    const requestId = await confirmed();
    await write(requestId, 'Palaamme asiaan.');
    smtp.inject(inTurn('connect', { act: 'cut' }));
    expect(await send(requestId)).toEqual([]);
    await desk.database.query(`update artikla.time_shift set shift = shift + interval '10 seconds'`);
    expect(await send(requestId)).toHaveLength(1);
    expect(await send(requestId)).toEqual([]);
  });

  it('leaves no words in the row of its effect', async () => {
    const requestId = await confirmed();
    await write(requestId, 'Salainen sana.');
    await send(requestId);
    const rows = await desk.database.query<{ row: string }>(
      'select effect::text as row from effect where request_id = $1',
      [requestId],
    );
    expect(rows.map(({ row }) => row).join()).not.toMatch(/Salainen|example/u);
  });
});
