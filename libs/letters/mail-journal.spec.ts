import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MailDev } from 'maildev';
import { createTransport } from 'nodemailer';
import { CatcherMailJournal, NoMailJournal } from '#letters/mail-journal';

const MESSAGE_ID = '<effect+1@artikla.example>';

describe('the mail catcher as a journal', () => {
  const mailDirectory = mkdtempSync(join(tmpdir(), 'catcher-'));
  const catcher = new MailDev({ smtp: 0, web: 0, ip: '127.0.0.1', webIp: '127.0.0.1', silent: true, mailDirectory });
  let journal: CatcherMailJournal;

  beforeAll(async () => {
    const { smtp, api } = await catcher.start();
    journal = new CatcherMailJournal(`http://127.0.0.1:${api?.getPort()}`);
    await createTransport({ host: '127.0.0.1', port: smtp.getPort() ?? 0, ignoreTLS: true }).sendMail({
      messageId: MESSAGE_ID,
      from: 'tietosuoja@aurinkosahko.example',
      to: 'anna@example.com',
      subject: 'Esimerkki',
      text: 'Esimerkki',
    });
  });

  afterAll(async () => {
    await catcher.stop();
    rmSync(mailDirectory, { recursive: true, force: true });
  });

  it('knows a mail it took', async () => {
    expect(await journal.find(MESSAGE_ID)).toBe('accepted');
  });

  it.each(['<effect+2@artikla.example>', '<effect 1@artikla.example>', '', '&limit=5'])(
    'does not know %j',
    async (id) => {
      expect(await journal.find(id)).toBe('absent');
    },
  );
});

const answering = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const verdict = await new CatcherMailJournal(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`).find(
    '<x>',
  );
  server.close();
  return verdict;
};

describe('a journal that cannot be read', () => {
  it.each<[string, RequestListener]>([
    ['an error', (_request, response) => response.writeHead(500).end('[]')],
    ['a page', (_request, response) => response.end('<html></html>')],
    ['an object', (_request, response) => response.end('{}')],
    ['a cut line', (request) => request.socket.destroy()],
  ])('says so when it gets %s', async (_what, listener) => {
    expect(await answering(listener)).toBe('unreadable');
  });

  it('is the honest answer where there is none', async () => {
    expect(await new NoMailJournal().find()).toBe('unreadable');
  });
});
