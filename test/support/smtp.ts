import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** Where in a delivery a fault strikes; `message` is after the final dot. */
export type SmtpStep = 'connect' | 'sender' | 'recipient' | 'message';

/**
 * `refuse` answers with that code (421, 450, 552 …), `waitMs` answers well but late, `cut` resets the connection, `hang`
 * never answers. After the final dot `taken` says whether the server took the mail all the same: the sender cannot know that it did.
 */
export type SmtpFault =
  | { readonly refuse: number }
  | { readonly waitMs: number; readonly taken?: boolean }
  | { readonly act: 'cut' | 'hang'; readonly taken?: boolean };

/** `mail` is there once it has arrived, at the step `message`. */
export type FaultInjection = (step: SmtpStep, mail?: RecordedMail) => SmtpFault | undefined;

export interface RecordedMail {
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as received. */
  readonly raw: string;
  /** When it arrived, in milliseconds by this machine's clock. */
  readonly at: number;
}

/** A mail server that keeps what it took: the witness for "sent once". */
export interface TestSmtp {
  readonly url: string;
  /** Mails in the order in which they were taken. */
  journal(): readonly RecordedMail[];
  /** How often each Message-ID was taken. */
  counts(): ReadonlyMap<string, number>;
  /** Asked at every step of every delivery from now on; without one nothing fails. */
  inject(faults?: FaultInjection): void;
  /** From now on nobody can connect; who is connected stays. */
  shut(): void;
  /** After `shut`, on the same port. */
  open(): Promise<void>;
  stop(): Promise<void>;
}

export interface SmtpOptions {
  /** After this long a connection that hangs is reset; without it, never. */
  readonly hangsForMs?: number;
}

/** With the port of a server that was stopped, that server comes back with an empty journal. */
export const startSmtp = async (port = 0, { hangsForMs }: SmtpOptions = {}): Promise<TestSmtp> => {
  const journal: RecordedMail[] = [];
  const sockets = new Map<number | undefined, Socket>();
  let faultAt: FaultInjection = () => undefined;

  const act = (fault: SmtpFault | undefined, session: SMTPServerSession, answer: (error?: Error) => void): void => {
    if (!fault) answer();
    else if ('refuse' in fault) answer(Object.assign(new Error('Refused'), { responseCode: fault.refuse }));
    else if ('waitMs' in fault) setTimeout(answer, fault.waitMs);
    else if (fault.act === 'cut') sockets.get(session.remotePort)?.resetAndDestroy();
    else if (hangsForMs !== undefined) resetLater(sockets.get(session.remotePort), hangsForMs);
  };

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onConnect: (session, answer) => act(faultAt('connect'), session, answer),
    onMailFrom: (_address, session, answer) => act(faultAt('sender'), session, answer),
    onRcptTo: (_address, session, answer) => act(faultAt('recipient'), session, answer),
    onData: (stream, session, answer) => {
      const arrived = (raw: string): void => {
        const mail = recordOf(raw, session);
        const fault = faultAt('message', mail);
        if (!fault || ('taken' in fault && fault.taken)) journal.push(mail);
        act(fault, session, answer);
      };
      // A message that broke off half way never arrived.
      void text(stream).then(arrived, () => undefined);
    },
  });
  // A sender that goes away in the middle of a delivery is what these tests are about.
  server.on('error', () => undefined);
  server.server.on('connection', (socket: Socket) => {
    const { remotePort } = socket;
    sockets.set(remotePort, socket);
    socket.once('close', () => sockets.delete(remotePort));
  });
  await once(server.listen(port, '127.0.0.1'), 'listening');
  const bound = (server.server.address() as AddressInfo).port;

  return {
    url: `smtp://127.0.0.1:${bound}`,
    journal: () => journal,
    counts: () => countBy(journal.map(({ messageId }) => messageId)),
    inject: (faults = () => undefined) => {
      faultAt = faults;
    },
    shut: () => void server.server.close(),
    open: async () => void (await once(server.server.listen(bound, '127.0.0.1'), 'listening')),
    stop: async () => {
      for (const socket of sockets.values()) socket.destroy();
      await new Promise<void>((resolve) => server.close(resolve));
    },
  };
};

/** The given faults at `step`, one per delivery, and none after them. */
export const inTurn = (step: SmtpStep, ...faults: SmtpFault[]): FaultInjection => {
  const remaining = faults.values();
  return (at) => (at === step ? remaining.next().value : undefined);
};

const recordOf = (raw: string, { envelope }: SMTPServerSession): RecordedMail => ({
  messageId: /^message-id:\s*(\S+)/im.exec(raw)?.[1] ?? '',
  from: envelope.mailFrom ? envelope.mailFrom.address : '',
  to: envelope.rcptTo.map(({ address }) => address),
  raw,
  at: Date.now(),
});

const resetLater = (socket: Socket | undefined, afterMs: number): void =>
  void setTimeout(() => socket?.resetAndDestroy(), afterMs).unref();

const countBy = (keys: string[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
};
