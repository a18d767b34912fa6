import { describe, expect, it } from '@jest/globals';
import { readPastedMail } from './pasted-mail.js';

const read = (text: string) => readPastedMail(text, 'Europe/Helsinki', '2026-11-23');

describe('a pasted e-mail', () => {
  it('gives sender, day of arrival where the controller is, subject and text', () => {
    const text = [
      'From: "Testa Exempel" <testa@example.org>',
      'To: tietosuoja@example.com',
      'Date: Sun, 1 Nov 2026 23:30:00 +0000',
      'Subject: My data',
      '',
      'Please send me my data.',
      '',
      'Testa',
    ].join('\r\n');
    expect(read(text)).toEqual({
      name: 'Testa Exempel',
      email: 'testa@example.org',
      receivedOn: '2026-11-02',
      words: 'My data\n\nPlease send me my data.\n\nTesta',
    });
  });

  it.each([
    ['Lähettäjä: Testi Esimerkki <testi@example.org>\nLähetetty: maanantai 2.11.2026 10.15\nAihe: Tiedot\n\nHei'],
    ['Från: Testi Esimerkki <testi@example.org>\nSkickat: den 2.11.2026 kl. 10.15\nÄmne: Tiedot\n\nHei'],
  ])('is understood as Finnish and Swedish programs copy it', (text) => {
    expect(read(text)).toEqual({
      name: 'Testi Esimerkki',
      email: 'testi@example.org',
      receivedOn: '2026-11-02',
      words: 'Tiedot\n\nHei',
    });
  });

  it('may come from a bare address, with headers over several lines', () => {
    expect(read('From:\n testi@example.org\nSubject: One\n\ttwo\n\nHello')).toEqual({
      email: 'testi@example.org',
      words: 'One two\n\nHello',
    });
  });

  it('gives no day that lies ahead or does not exist', () => {
    expect(read('Date: 31.2.2026\n\nHello')).toEqual({ words: 'Hello' });
    expect(read('Date: Sun, 1 Nov 2099 23:30:00 +0000\n\nHello')).toEqual({ words: 'Hello' });
  });

  it('without headers is text and nothing else, whatever colons it holds', () => {
    const text = 'Hello:\n\nI ask: what do you hold?';
    expect(read(text)).toEqual({ words: text });
  });
});
