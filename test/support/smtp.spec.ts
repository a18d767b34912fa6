import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport, type Transporter } from 'nodemailer';
import { inTurn, type SmtpFault, type SmtpStep, startSmtp, type TestSmtp } from '#test/support/smtp';

describe('the mail server for tests', () => {
  let server: TestSmtp;
  let transport: Transporter;

  beforeEach(async () => {
    server = await startSmtp();
    transport = createTransport(`${server.url}?socketTimeout=300`, { from: 'desk@example.org' });
  });

  afterEach(async () => {
    transport.close();
    await server.stop();
  });

  const send = (messageId: string) =>
    transport.sendMail({ to: 'person@example.net', messageId, subject: 'Receipt', text: 'We have your request.' }).then(
      () => 'accepted',
      (error: { responseCode?: number }) => error.responseCode ?? 'unknown',
    );

  it('records what it took, with its Message-ID and envelope', async () => {
    expect(await send('<1@example.org>')).toBe('accepted');
    expect(server.journal()).toEqual([
      {
        messageId: '<1@example.org>',
        at: expect.any(Number),
        from: 'desk@example.org',
        to: ['person@example.net'],
        raw: expect.stringContaining('We have your request.'),
      },
    ]);
  });

  it('counts a Message-ID that was sent twice', async () => {
    await send('<1@example.org>');
    await send('<1@example.org>');
    expect(server.counts()).toEqual(new Map([['<1@example.org>', 2]]));
  });

  it.each<[SmtpStep, SmtpFault, string | number, number]>([
    ['connect', { refuse: 421 }, 421, 0],
    ['sender', { refuse: 450 }, 450, 0],
    ['recipient', { act: 'cut' }, 'unknown', 0],
    ['message', { refuse: 552 }, 552, 0],
    ['message', { act: 'cut' }, 'unknown', 0],
    ['message', { act: 'cut', taken: true }, 'unknown', 1],
    ['message', { act: 'hang', taken: true }, 'unknown', 1],
  ])('strikes once at %s with %j: the sender sees %s, the journal has %i', async (step, fault, seen, taken) => {
    server.inject(inTurn(step, fault));
    expect(await send('<1@example.org>')).toBe(seen);
    expect(server.journal()).toHaveLength(taken);
    expect(await send('<2@example.org>')).toBe('accepted');
  });
});
