import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { SECONDS_BEFORE_LEAVING } from '#domain/request/messages';
import { DESK, OFFICER, openMessageDesk, type MessageDesk } from '#test/support/message-desk';
import { inTurn } from '#test/support/smtp';
import { MATCHES } from '#test/support/staff-request';

let on: MessageDesk;
beforeAll(async () => {
  Logger.overrideLogger(false);
  on = await openMessageDesk();
});
afterAll(() => on.close());

const told = async (requestId: string) => {
  const rows = await on.desk.database.query<{ data: string }>(
    `select data from ledger_entry where request_id = $1 and type like 'letter%' order by seq`,
    [requestId],
  );
  return rows.map(({ data }) => JSON.parse(data) as Record<string, unknown>);
};

describe('a message in an officer’s own words', () => {
  it('is mailed half a minute later to the confirmed address in the words that were written, once, and the request is told', async () => {
    const requestId = await on.confirmed();
    await on.write(requestId, 'Etsimme vielä tallenteita.');
    expect(await on.send(requestId)).toEqual([]);
    await on.pass(SECONDS_BEFORE_LEAVING);
    const mails = await on.send(requestId);
    expect(mails).toEqual([{ to: 'testi@example.org', text: expect.stringContaining('Etsimme vielä tallenteita.') }]);
    expect(mails[0]?.text).toContain('https://privacy.example.org/');
    expect(await told(requestId)).toEqual([expect.objectContaining({ letter: 'message' })]);
    expect(await on.send(requestId)).toEqual([]);
  });

  it('keeps its own words when two wait at once', async () => {
    const requestId = await on.confirmed();
    await on.write(requestId, 'Ensimmäinen viesti.');
    await on.write(requestId, 'Toinen viesti.');
    await on.pass(SECONDS_BEFORE_LEAVING);
    const texts = (await on.send(requestId)).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts.filter((text) => text.includes('Ensimmäinen viesti.') && !text.includes('Toinen'))).toHaveLength(1);
    expect(texts.filter((text) => text.includes('Toinen viesti.') && !text.includes('Ensimmäinen'))).toHaveLength(1);
  });

  it('goes to the contact on file of whoever proved who they are, and not to the one that came with the request', async () => {
    const requestId = await on.confirmed();
    const [candidate] = MATCHES.candidates;
    const location = { type: 'recordLocation', location: 'one', candidates: 1, reachable: true } as const;
    await on.give(requestId, location, DESK, { candidates: [candidate], chosen: 0 });
    await on.give(requestId, { type: 'confirmIdentity', method: 'in_person' }, OFFICER, { words: 'Kävi tiskillä.' });
    await on.write(requestId, 'Vastaus tulee pian.');
    await on.pass(SECONDS_BEFORE_LEAVING);
    expect((await on.send(requestId)).map(({ to }) => to)).toEqual(['first@example.org']);
  });

  it('is sent after all when the mail server fails at first, and no second time', async () => {
    const requestId = await on.confirmed();
    await on.write(requestId, 'Palaamme asiaan.');
    await on.pass(SECONDS_BEFORE_LEAVING);
    on.smtp.inject(inTurn('connect', { act: 'cut' }));
    expect(await on.send(requestId)).toEqual([]);
    await on.pass(10);
    expect(await on.send(requestId)).toHaveLength(1);
    expect(await on.send(requestId)).toEqual([]);
  });

  it('leaves no words in the row of its effect', async () => {
    const requestId = await on.confirmed();
    await on.write(requestId, 'Salainen sana.');
    await on.pass(SECONDS_BEFORE_LEAVING);
    await on.send(requestId);
    const rows = await on.desk.database.query<{ row: string }>(
      'select effect::text as row from effect where request_id = $1',
      [requestId],
    );
    expect(rows.map(({ row }) => row).join()).not.toMatch(/Salainen|example/u);
  });
});
