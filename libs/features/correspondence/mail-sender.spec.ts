import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { NoMailJournal, CatcherMailJournal } from '#letters/mail-journal';
import { createMailTransport } from '#letters/mail-transport';
import { endJump, noteJump } from '#persistence/clock-watermark-rows';
import { RequestContent } from '#persistence/request-content';
import { claim, type ClaimedEffect } from '#queue/effect-rows';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import { serveJournal } from '#test/support/mail-journal-server';
import { inTurn, startSmtp, type TestSmtp } from '#test/support/smtp';
import { MailSender } from './mail-sender.js';
import { MailStore } from './mail-store.js';
import type { Compose } from './mail-content.js';
import type { MailJournal } from '#letters/mail-journal';
import type { MailTransport } from '#letters/mail-transport';

const FROM = { name: 'Esimerkki', address: 'tietosuoja@esimerkki.example' };
const LEASE = 30;
const QUICK = { connectionTimeout: 2000, greetingTimeout: 2000, socketTimeout: 2000 };

let desk: TestDesk;
let smtp: TestSmtp;
let journal: { url: string; stop(): Promise<void> };
let effect: ClaimedEffect;
let store: MailStore;
let composed = 0;

const compose: Compose = () => {
  composed += 1;
  const rendered = { subject: 'Aihe', html: '<p>Sanat</p>', text: 'Sanat' };
  return Promise.resolve([
    { to: { address: 'testi@example.org' }, language: 'fi', letter: 'acknowledgement', rendered },
  ]);
};

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

beforeEach(async () => {
  composed = 0;
  await desk.database.query('delete from artikla.clock_jump');
  await lookAtClock('0 hours');
  smtp = await startSmtp();
  journal = await serveJournal(smtp);
  const { requestId } = await fileRequest(desk, ['access']);
  const [row] = await desk.database.query<{ id: string }>(
    `select id from effect where request_id = $1 and kind = 'send-letter'`,
    [requestId],
  );
  effect = (await claim(desk.database, row?.id ?? '', 'worker', LEASE)) as ClaimedEffect;
  store = new MailStore(desk.database, new RequestContent(desk.database, desk.keyring));
});
afterEach(async () => {
  await journal.stop();
  await smtp.stop();
});

const send = async (reads: MailJournal = new CatcherMailJournal(journal.url)) => {
  const sender = new MailSender(store, createMailTransport(smtp.url, QUICK), reads);
  const [mail] = await store.of(effect, 'privacy.example.org', compose);
  if (mail === undefined) throw new Error('nothing was composed');
  return sender.send(mail, effect, FROM);
};

/** Somebody last looked at the clock so long ago. */
const lookAtClock = (ago: string) =>
  desk.database.query('update artikla.clock_watermark set mark = clock_timestamp() - cast($1 as interval)', [ago]);

/** Makes the mail's fate uncertain for longer. */
const letPass = (time: string) =>
  desk.database.query(
    'update message set uncertain_since = uncertain_since - cast($2 as interval) where effect_id = $1',
    [effect.id, time],
  );

const taken = () => [...smtp.counts().values()];

describe('a mail', () => {
  it('is composed once and sent once, however often it is asked for', async () => {
    expect(await send()).toBe('accepted');
    expect(await send()).toBe('accepted');
    expect(composed).toBe(1);
    expect(taken()).toEqual([1]);
  });

  it('whose line broke after the dot is not sent again when the journal has it', async () => {
    smtp.inject(inTurn('message', { act: 'cut', taken: true }));
    await expect(send()).rejects.toMatchObject({ code: 'mail-uncertain', retry: true });
    expect(await send()).toBe('accepted');
    expect(taken()).toEqual([1]);
  });

  it('whose line broke after the dot is sent again, under the same Message-ID, when the journal still lacks it', async () => {
    smtp.inject(inTurn('message', { act: 'cut' }));
    await expect(send()).rejects.toMatchObject({ code: 'mail-uncertain' });
    await letPass('1 minute');
    expect(await send()).toBe('accepted');
    expect(taken()).toEqual([1]);
  });

  it('that the journal lacks is not sent again while the journal may lag', async () => {
    smtp.inject(inTurn('message', { act: 'cut', taken: true }));
    await expect(send()).rejects.toMatchObject({ code: 'mail-uncertain' });
    const lagging = { lagSeconds: 30, find: () => Promise.resolve('absent' as const) };
    await expect(send(lagging)).rejects.toMatchObject({ code: 'mail-uncertain', retry: true });
    expect(await send()).toBe('accepted');
    expect(taken()).toEqual([1]);
  });

  it('is not sent again because the clock of the database has jumped', async () => {
    smtp.inject(inTurn('message', { act: 'cut', taken: true }));
    await expect(send()).rejects.toMatchObject({ code: 'mail-uncertain' });
    await letPass('3 hours');
    const now = Date.now();
    await noteJump(desk.database, { direction: 'ahead', expected: now, seen: now + 3 * 3_600_000 });
    const lagging = { lagSeconds: 30, find: () => Promise.resolve('absent' as const) };
    await expect(send(lagging)).rejects.toMatchObject({ code: 'mail-uncertain', retry: true });
    await endJump(desk.database);
    await expect(send(lagging)).rejects.toMatchObject({ code: 'mail-uncertain' });
    expect(await send({ ...lagging, lagSeconds: 0 })).toBe('accepted');
    expect(taken()).toEqual([2]);
  });

  it('is not sent again because the clock has jumped and nobody has looked at it since', async () => {
    smtp.inject(inTurn('message', { act: 'cut', taken: true }));
    await expect(send()).rejects.toMatchObject({ code: 'mail-uncertain' });
    await letPass('3 hours');
    await lookAtClock('3 hours');
    const lagging = { lagSeconds: 30, find: () => Promise.resolve('absent' as const) };
    await expect(send(lagging)).rejects.toMatchObject({ code: 'mail-uncertain', retry: true });
    expect(taken()).toEqual([1]);
  });

  it('of unknown fate waits while no journal can be read, and is never given up', async () => {
    smtp.inject(inTurn('message', { act: 'cut', taken: true }));
    await expect(send(new NoMailJournal())).rejects.toMatchObject({ code: 'mail-uncertain' });
    await expect(send(new NoMailJournal())).rejects.toMatchObject({ code: 'mail-uncertain' });
    await letPass('10 minutes');
    expect(await send(new NoMailJournal())).toBe('accepted');
    expect(taken()).toEqual([2]);
  });

  it('that the server puts off is tried again; one it refuses for good has bounced', async () => {
    smtp.inject(inTurn('recipient', { refuse: 450 }, { refuse: 550 }));
    await expect(send()).rejects.toMatchObject({ code: 'mail-not-sent', retry: true });
    expect(await send()).toBe('bounced');
    expect(taken()).toEqual([]);
  });

  it('is not begun by a worker that has lost its lease', async () => {
    await desk.database.query(`update effect set lease_owner = 'somebody else' where id = $1`, [effect.id]);
    await expect(send()).rejects.toMatchObject({ code: 'lease-lost' });
    expect(taken()).toEqual([]);
  });
});

describe('many mails at once', () => {
  it('open no more than twelve connections to the mail server at a time', async () => {
    let open = 0;
    let most = 0;
    const transport: MailTransport = {
      send: async (_mail, onPointOfNoReturn) => {
        open += 1;
        most = Math.max(most, open);
        await onPointOfNoReturn();
        open -= 1;
        return { accepted: true, response: '250' };
      },
    };
    const sender = new MailSender(store, transport, new NoMailJournal());
    const many: Compose = async (session) => {
      const [one] = await compose(session);
      return one === undefined ? [] : Array.from({ length: 30 }, () => one);
    };
    const mails = await store.of(effect, 'privacy.example.org', many);
    const fates = await Promise.all(mails.map((mail) => sender.send(mail, effect, FROM)));
    expect(fates).toEqual(mails.map(() => 'accepted'));
    expect([mails.length, most]).toEqual([30, 12]);
  });
});
