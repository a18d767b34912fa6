import { readFileSync } from 'node:fs';
import { Addresses } from '#contracts/addresses';
import { MailLanes } from '#features/correspondence/mail-lanes';
import { MailSender } from '#features/correspondence/mail-sender';
import { MailStore } from '#features/correspondence/mail-store';
import { SendLetter } from '#features/correspondence/send-letter';
import { isRefusal } from '#domain/request/refusal';
import { NoMailJournal } from '#letters/mail-journal';
import { createMailTransport } from '#letters/mail-transport';
import { IdentityChecks } from '#persistence/identity-checks';
import { isConflict } from '#persistence/ledger';
import { Organisation } from '#persistence/organisation';
import { RequestContent } from '#persistence/request-content';
import { ClockWatermark } from '#queue/clock-watermark';
import { EffectRunner } from '#queue/effect-runner';
import { fileRequest, openDesk } from './desk.js';
import { textOf } from './mail-text.js';
import { startSmtp } from './smtp.js';
import type { Actor } from '#domain/request/actor';
import type { Command } from '#domain/request/commands';

const CONTROLLER = readFileSync(new URL('../../data/demo/controller.json', import.meta.url), 'utf8');
const LEASE_SECONDS = 30;

export const OFFICER: Actor = { kind: 'staff', id: '01900000-0000-7000-8000-00000000000a', role: 'officer' };
export const PERSON: Actor = { kind: 'person' };
export const DESK: Actor = { kind: 'desk' };

const WAITING = `select id from effect where request_id = $1 and data::jsonb ->> 'letter' = 'message' and state = 'pending' order by id`;

/** A desk that mails what officers write, on a database and a mail server of its own. */
export const openMessageDesk = async () => {
  const [desk, smtp] = await Promise.all([openDesk(), startSmtp()]);
  const { database, clock, keyring, ledger } = desk;
  await database.query('update controller set profile = $1', [CONTROLLER]);
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
  const watermark = new ClockWatermark(database);
  const runner = new EffectRunner(database, ledger, watermark, LEASE_SECONDS, [handler]);

  const give = async (requestId: string, command: Command, actor: Actor, words: object = {}) => {
    const outcome = await ledger.apply(requestId, command, actor, { content: words });
    if (isRefusal(outcome) || isConflict(outcome)) throw new Error(JSON.stringify(outcome));
  };
  const pass = (seconds: number) =>
    database.query('update artikla.time_shift set shift = shift + make_interval(secs => $1)', [seconds]);

  /** The messages of a request that have neither left nor been taken back. */
  const waiting = async (requestId: string): Promise<string[]> =>
    (await database.query<{ id: string }>(WAITING, [requestId])).map(({ id }) => id);

  /** Does the messages that are due, as a worker does, and gives what was mailed: to whom, in which words. */
  const send = async (requestId: string) => {
    const before = smtp.journal().length;
    // Nothing reaches a person unless somebody has looked at the clock lately.
    await watermark.look();
    for (const id of await waiting(requestId)) await runner.run(id);
    return smtp
      .journal()
      .slice(before)
      .map((mail) => ({ to: mail.to.join(), text: textOf(mail) }));
  };

  return {
    desk,
    smtp,
    runner,
    watermark,
    give,
    /** Lets seconds pass. */
    pass,
    waiting,
    send,
    /** A request whose person confirmed the address that came with it. */
    confirmed: async (): Promise<string> => {
      const { requestId } = await fileRequest(desk, ['access']);
      await give(requestId, { type: 'confirmContact' }, PERSON);
      return requestId;
    },
    write: (requestId: string, words: string) => give(requestId, { type: 'writeMessage' }, OFFICER, { words }),
    /** The code of the refusal, or null when the message was taken back. */
    takeBack: async (requestId: string, message = 1): Promise<string | null> => {
      const outcome = await ledger.apply(requestId, { type: 'takeBackMessage', message }, OFFICER);
      if (isConflict(outcome)) throw new Error('taken back against no version');
      return isRefusal(outcome) ? outcome.refused : null;
    },
    close: async () => {
      await smtp.stop();
      await desk.close();
    },
  };
};

export type MessageDesk = Awaited<ReturnType<typeof openMessageDesk>>;
