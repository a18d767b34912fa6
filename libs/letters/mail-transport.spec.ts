import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { mailAddressOf, type MailAddress } from '#letters/mail-address';
import { MailNotSent, MailUncertain } from '#letters/mail-errors';
import { createMailTransport, type OutgoingMail } from '#letters/mail-transport';

const address = (text: string): MailAddress => {
  const checked = mailAddressOf(text);
  if (checked === null) throw new Error('not an address');
  return checked;
};

const MAIL: OutgoingMail = {
  messageId: '<effect-1@artikla.example>',
  from: { name: 'Esimerkin Aurinkosähkö Oy', address: address('tietosuoja@aurinkosahko.example') },
  to: { name: 'Example, Anna', address: address('anna@example.com') },
  subject: 'Esimerkin Aurinkosähkö Oy: K7QX-2M4P',
  text: 'Vastaus on valmis.\n',
  html: '<p>Vastaus on valmis.</p>',
  language: 'fi',
  autoSubmitted: 'auto-generated',
};

const PATIENCE = { connectionTimeout: 2_000, greetingTimeout: 2_000, socketTimeout: 300 };

interface Post {
  readonly url: string;
  /** Recipients the server was told, in order. */
  readonly recipients: string[];
  /** Messages that reached the server whole, dot included. */
  readonly messages: string[];
  readonly sockets: Set<Socket>;
  /** What happened, in order. */
  readonly log: string[];
}

const answer = (code: number): Error => Object.assign(new Error('no <anna@example.com>'), { responseCode: code });

/** Reads a message to its dot; one that breaks off never counts. */
const whenWhole = (stream: Readable, then: (message: string) => void): void => {
  readAll(stream).then(then, () => undefined);
};

const servers: SMTPServer[] = [];

/** The post office of the tests: counts what it was given, and fails where `options` says so. */
const openPost = async (options: (post: Post) => SMTPServerOptions = () => ({})): Promise<Post> => {
  const post: Post = { url: '', recipients: [], messages: [], sockets: new Set(), log: [] };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onRcptTo(to, _session, done) {
      post.log.push('recipient');
      post.recipients.push(to.address);
      done();
    },
    onData(stream, _session, done) {
      whenWhole(stream, (message) => {
        post.log.push('message');
        post.messages.push(message);
        done();
      });
    },
    ...options(post),
  });
  server.on('error', () => post.log.push('line lost'));
  server.server.on('connection', (socket) => post.sockets.add(socket));
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return Object.assign(post, { url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` });
};

/** Takes the whole message and then does something else than saying so. */
const receiving = (post: Post, then: () => void): SMTPServerOptions => ({
  onData: (stream) =>
    whenWhole(stream, (message) => {
      post.messages.push(message);
      then();
    }),
});

/** Takes the whole message and refuses it. */
const refusingMessage = (code: number): SMTPServerOptions => ({
  onData: (stream, _session, done) => whenWhole(stream, () => done(answer(code))),
});

const cutLine = (post: Post): void => post.sockets.forEach((socket) => socket.resetAndDestroy());

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise<void>((done) => server.close(() => done()))));
});

/** Sends the mail and tells how it went, and how often the marker was set. */
const send = async (
  post: Pick<Post, 'url' | 'log'>,
  setMarker: () => Promise<void> = () => Promise.resolve(),
): Promise<{ result: unknown; markers: number }> => {
  let markers = 0;
  const result = await createMailTransport(post.url, PATIENCE)
    .send(MAIL, async () => {
      markers += 1;
      post.log.push('marker asked');
      await setMarker();
      post.log.push('marker set');
    })
    .catch((error: unknown) => error);
  return { result, markers };
};

describe('a mail that is taken', () => {
  it('reaches one recipient, the one it is for', async () => {
    const post = await openPost();
    const { result } = await send(post);
    expect(result).toMatchObject({ accepted: true, response: expect.stringContaining('250') });
    expect(post.recipients).toEqual(['anna@example.com']);
    expect(post.messages).toHaveLength(1);
  });

  it('carries its fixed Message-ID, its language and the marks of a machine', async () => {
    const post = await openPost();
    await send(post);
    const [head] = post.messages[0]?.split('\r\n\r\n') ?? [];
    expect(head).toContain('Message-ID: <effect-1@artikla.example>');
    expect(head).toContain('Auto-Submitted: auto-generated');
    expect(head).toContain('Content-Language: fi');
    expect(head).toContain('X-Loop: artikla');
    expect(head).toContain('X-Auto-Response-Suppress: All');
    expect(head).toContain('To: "Example, Anna" <anna@example.com>');
    expect(head).not.toMatch(/^(cc|bcc|x-mailer|list-\w+):/imu);
  });

  it('leaves only after the recipient was taken and the marker is set', async () => {
    const post = await openPost();
    await send(post, () => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(post.log).toEqual(['recipient', 'marker asked', 'marker set', 'message']);
  });
});

describe('a mail that is refused before the point of no return', () => {
  const cases: [string, boolean, boolean, (post: Post) => SMTPServerOptions][] = [
    ['421 on connecting', false, false, () => ({ onConnect: (_session, done) => done(answer(421)) })],
    ['450 for the sender', false, false, () => ({ onMailFrom: (_from, _session, done) => done(answer(450)) })],
    ['550 for the sender', false, false, () => ({ onMailFrom: (_from, _session, done) => done(answer(550)) })],
    ['421 for the recipient', false, false, () => ({ onRcptTo: (_to, _session, done) => done(answer(421)) })],
    ['450 for the recipient', false, false, () => ({ onRcptTo: (_to, _session, done) => done(answer(450)) })],
    ['550 for the recipient', true, false, () => ({ onRcptTo: (_to, _session, done) => done(answer(550)) })],
    ['550 without pipelining', true, true, () => ({ onRcptTo: (_to, _session, done) => done(answer(550)) })],
    ['a reset before DATA', false, false, (post) => ({ onRcptTo: () => cutLine(post) })],
    ['silence before DATA', false, false, () => ({ onRcptTo: () => undefined })],
  ];

  it.each(cases)('%s: not sent, permanent %s', async (_name, permanent, hidePIPELINING, options) => {
    const post = await openPost((opened) => ({ hidePIPELINING, ...options(opened) }));
    const { result, markers } = await send(post);
    expect(result).toBeInstanceOf(MailNotSent);
    expect(result).toMatchObject({ permanent });
    expect(markers).toBe(0);
    expect(post.messages).toEqual([]);
  });

  it('a port nobody listens on: not sent, try again', async () => {
    const closed = await openPost();
    await new Promise<void>((done) => servers.pop()?.close(() => done()));
    const { result, markers } = await send(closed);
    expect(result).toMatchObject({ name: 'MailNotSent', permanent: false });
    expect(markers).toBe(0);
  });

  it('a marker that cannot be set: not sent, and no message follows', async () => {
    const post = await openPost();
    const { result } = await send(post, () => Promise.reject(new Error('lease lost')));
    expect(result).toMatchObject({ name: 'MailNotSent', permanent: false });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(post.messages).toEqual([]);
  });

  it('a line that breaks while the marker is being set: not sent, reported once the marker is settled', async () => {
    const post = await openPost();
    const { result } = await send(post, async () => {
      cutLine(post);
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    expect(result).toBeInstanceOf(MailNotSent);
    expect(post.log).toContain('marker set');
    expect(post.messages).toEqual([]);
  });

  it('never quotes the address in the error', async () => {
    const post = await openPost(() => ({ onRcptTo: (_to, _session, done) => done(answer(550)) }));
    const { result } = await send(post);
    expect(String(result)).toBe('MailNotSent: mail not sent: 550 RCPT TO');
  });
});

describe('a mail whose line dies after the point of no return', () => {
  const cases: [string, number, (post: Post) => SMTPServerOptions][] = [
    ['a cut inside the message', 0, (post) => ({ onData: (stream) => stream.once('data', () => cutLine(post)) })],
    ['a cut after the dot', 1, (post) => receiving(post, () => cutLine(post))],
    ['silence after the dot', 1, (post) => receiving(post, () => undefined)],
  ];

  it.each(cases)('%s is uncertain', async (_name, messages, options) => {
    const post = await openPost(options);
    const { result, markers } = await send(post);
    expect(result).toBeInstanceOf(MailUncertain);
    expect(markers).toBe(1);
    expect(post.messages).toHaveLength(messages);
  });

  it('is uncertain too when the server only says that it is closing', async () => {
    const post = await openPost(() => refusingMessage(421));
    expect((await send(post)).result).toBeInstanceOf(MailUncertain);
  });

  it.each([
    [451, false],
    [552, true],
  ])('is settled when the server refuses the message with %i', async (code, permanent) => {
    const post = await openPost(() => refusingMessage(code));
    expect((await send(post)).result).toMatchObject({ name: 'MailNotSent', permanent });
  });
});

describe('the mail server', () => {
  it.each(['http://mail.example', 'mail.example', 'sendmail', ''])('cannot be %j', (url) => {
    expect(() => createMailTransport(url)).toThrow(TypeError);
  });
});
