import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { SECONDS_BEFORE_LEAVING } from '#domain/request/messages';
import { claim } from '#queue/effect-rows';
import { openMessageDesk, PERSON, type MessageDesk } from '#test/support/message-desk';
import { inTurn } from '#test/support/smtp';

let on: MessageDesk;
beforeAll(async () => {
  Logger.overrideLogger(false);
  on = await openMessageDesk();
});
afterAll(() => on.close());

const LEASE_SECONDS = 30;
const ROUNDS = 60;

/** How long one is ahead of the other; null lets it end first, so that either order is among the rounds on any machine. */
const HEADS_IN_MS = [0, 1, 2, 3, 5, null] as const;

/** Both at the same time, one a little ahead. */
const inOrder = async <A, B>(first: () => Promise<A>, second: () => Promise<B>, head: number | null) => {
  const one = first();
  await (head === null ? one : pause(head));
  return Promise.all([one, second()]);
};

const rowOf = async (requestId: string) => {
  const rows = await on.desk.database.query<{ id: string; state: string; attempts: number; mails: number }>(
    `select id, state, attempts, (select count(*)::int from message where effect_id = effect.id) as mails
     from effect where request_id = $1 and data::jsonb ->> 'letter' = 'message'`,
    [requestId],
  );
  return rows[0] ?? { id: '', state: 'none', attempts: 0, mails: 0 };
};

const toldOf = async (requestId: string): Promise<string[]> =>
  (await on.desk.ledger.read(requestId)).entries.map(({ type }) => type);

/** A message that is about to leave. */
const due = async (): Promise<string> => {
  const requestId = await on.confirmed();
  await on.write(requestId, 'Vastaus tulee pian.');
  await on.pass(SECONDS_BEFORE_LEAVING);
  return requestId;
};

describe('a message that is taken back', () => {
  it('never leaves, and the ledger tells that it was written and taken back', async () => {
    const requestId = await on.confirmed();
    await on.write(requestId, 'Väärälle henkilölle.');
    expect(await on.takeBack(requestId)).toBeNull();
    await on.pass(24 * 3600);
    expect(await on.send(requestId)).toEqual([]);
    expect(await rowOf(requestId)).toMatchObject({ state: 'cancelled', attempts: 0, mails: 0 });
    expect((await toldOf(requestId)).slice(-2)).toEqual(['messageWritten', 'messageTakenBack']);
  });

  it('is the one that was meant, where several wait', async () => {
    const requestId = await on.confirmed();
    await on.write(requestId, 'Ensimmäinen viesti.');
    await on.write(requestId, 'Toinen viesti.');
    expect(await on.takeBack(requestId, 2)).toBeNull();
    expect(await on.takeBack(requestId, 2)).toBe('already-taken-back');
    expect(await on.takeBack(requestId, 3)).toBe('no-message');
    await on.pass(SECONDS_BEFORE_LEAVING);
    expect((await on.send(requestId)).map(({ text }) => text)).toEqual([
      expect.stringContaining('Ensimmäinen viesti.'),
    ]);
  });

  it('is taken back however late, while nobody has begun to send it or the request is stopped', async () => {
    const requestId = await due();
    await on.give(requestId, { type: 'disownRequest' }, PERSON);
    expect(await on.send(requestId)).toEqual([]);
    await on.pass(3600);
    expect(await on.takeBack(requestId)).toBeNull();
    expect(await rowOf(requestId)).toMatchObject({ state: 'cancelled', mails: 0 });
  });
});

describe('a message that has begun to leave', () => {
  it('is not taken back, and the refusal leaves no trace', async () => {
    const requestId = await due();
    expect(await on.send(requestId)).toHaveLength(1);
    const before = await toldOf(requestId);
    expect(await on.takeBack(requestId)).toBe('message-left');
    expect(await toldOf(requestId)).toEqual(before);
  });

  it('is sent by another worker when the first died with it, and not taken back in between', async () => {
    const requestId = await due();
    const { id } = await rowOf(requestId);
    expect(await claim(on.desk.database, id, 'dead', 0.1)).not.toBeNull();
    expect(await on.takeBack(requestId)).toBe('message-left');
    await on.desk.database.query('update effect set attempts = 0 where id = $1', [id]);
    expect(await on.takeBack(requestId)).toBe('message-left');
    await pause(150);
    expect(await on.takeBack(requestId)).toBe('message-left');
    // An effect that took its worker with it waits for its next start.
    await on.pass(60);
    expect(await on.send(requestId)).toHaveLength(1);
  });

  it('is not taken back once it was composed, also after somebody gave it another start', async () => {
    const requestId = await due();
    on.smtp.inject(inTurn('connect', { act: 'cut' }));
    expect(await on.send(requestId)).toEqual([]);
    await on.desk.database.query('update effect set attempts = 0, retry_at = null where request_id = $1', [requestId]);
    expect(await on.takeBack(requestId)).toBe('message-left');
    expect(await on.send(requestId)).toHaveLength(1);
  });
});

describe('taking back and sending at the same time', () => {
  it('has one winner in every round, whoever starts first', async () => {
    const outcomes = { claimed: 0, takenBack: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const requestId = await due();
      const { id } = await rowOf(requestId);
      const takes = () => claim(on.desk.database, id, 'worker', LEASE_SECONDS);
      const asks = () => on.takeBack(requestId);
      const head = HEADS_IN_MS[(round >> 1) % HEADS_IN_MS.length] ?? null;
      const [claimed, refused] =
        round % 2 === 0 ? await inOrder(takes, asks, head) : (await inOrder(asks, takes, head)).toReversed();
      expect(refused).toBe(claimed === null ? null : 'message-left');
      expect(await rowOf(requestId)).toMatchObject({ state: claimed === null ? 'cancelled' : 'pending' });
      outcomes[claimed === null ? 'takenBack' : 'claimed'] += 1;
    }
    expect(Math.min(outcomes.claimed, outcomes.takenBack)).toBeGreaterThanOrEqual(ROUNDS / 2 / HEADS_IN_MS.length);
  }, 120_000);

  it('mails what was not taken back once, and nothing of what was', async () => {
    const requests = await Promise.all(Array.from({ length: 24 }, () => on.confirmed()));
    for (const requestId of requests) await on.write(requestId, `Viesti ${requestId}.`);
    await on.pass(SECONDS_BEFORE_LEAVING);
    await on.watermark.look();
    const before = on.smtp.journal().length;
    const refusals = await Promise.all(
      requests.map(async (requestId, index) => {
        const { id } = await rowOf(requestId);
        const runs = () => Promise.all([on.runner.run(id), on.runner.run(id)]);
        const asks = () => on.takeBack(requestId);
        const head = HEADS_IN_MS[(index >> 1) % HEADS_IN_MS.length] ?? null;
        return index % 2 === 0 ? (await inOrder(asks, runs, head))[0] : (await inOrder(runs, asks, head))[1];
      }),
    );
    for (const requestId of requests) await on.send(requestId);
    const mailed = on.smtp.journal().slice(before).length;
    expect(mailed).toBe(refusals.filter((refused) => refused !== null).length);
    const entries = await Promise.all(requests.map(toldOf));
    entries.forEach((types, index) => {
      expect(types.includes('messageTakenBack')).toBe(refusals[index] === null);
      expect(types.filter((type) => type === 'letterSent')).toHaveLength(refusals[index] === null ? 0 : 1);
    });
  }, 120_000);
});
