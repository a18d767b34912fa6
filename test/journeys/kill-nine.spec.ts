import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isRefusal } from '#domain/request/refusal';
import { isConflict } from '#persistence/ledger';
import { codeIn, linkIn, textOf } from '#test/support/mail-text';
import { PortalVisitor } from '#test/support/portal-visitor';
import { startRedis, type TestRedis } from '#test/support/redis';
import { eventually, startWholeDesk, type WholeDesk } from '#test/support/whole-desk';
import type { Actor } from '#domain/request/actor';
import type { Command } from '#domain/request/commands';
import type { RunningApp } from '#test/support/processes';

const MINUTES = 5;

/**
 * Where the worker dies once: after taking work, before and after committing it, around a mail. The storm of
 * `test/chaos` visits every point there is, many requests at a time; here one request at a time shows what its person sees.
 */
const POINTS = {
  redis: [
    'after-claim:locate-person',
    'before-commit:run-task',
    'after-commit:build-package',
    'before-mail:challenge',
    'after-mail:answer-ready',
  ],
  postgres: ['before-commit:run-task', 'after-mail:answer-ready'],
} as const;

const OFFICER: Actor = { kind: 'staff', id: '01900000-0000-7000-8000-00000000000a', role: 'officer' };
const APPROVER: Actor = { kind: 'staff', id: '01900000-0000-7000-8000-00000000000b', role: 'approver' };

const give = async (desk: WholeDesk, requestId: string, command: Command, actor: Actor, content?: object) => {
  const outcome = await desk.ledger.apply(requestId, command, actor, content === undefined ? {} : { content });
  if (isRefusal(outcome) || isConflict(outcome)) throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
};

/** Lives one access request through with whoever is at the desk, and returns its id once it is closed. */
const liveThrough = async (desk: WholeDesk, place: number): Promise<string> => {
  const person = desk.people.filter(({ email }) => email !== null)[place];
  const address = person?.email ?? '';
  const visitor = new PortalVisitor(desk.portalUrl);
  const { reference, secretCode } = await visitor.file(['access'], { name: 'Testi Henkilö', email: address });
  const [row] = await desk.database.query<{ id: string }>('select id from subject_request where reference = $1', [
    reference,
  ]);
  const requestId = row?.id ?? '';
  const stageIs = (next: string) =>
    eventually(`${reference} to wait for ${next}`, async () => {
      const [now] = await desk.database.query<{ next_action: string }>(
        'select next_action from subject_request where id = $1',
        [requestId],
      );
      return now?.next_action === next ? true : undefined;
    });
  const confirm = linkIn(await desk.mailTo(address, (mail) => textOf(mail).includes('/confirm/')), '/confirm/');
  await visitor.post(new URL(confirm).pathname, { code: secretCode });
  const challenge = await desk.mailTo(address, (mail) => textOf(mail).includes('/verify/'));
  await visitor.post(new URL(linkIn(challenge, '/verify/')).pathname.replace('/not-me', ''), {
    code: codeIn(challenge),
  });
  await stageIs('call_back');
  await give(desk, requestId, { type: 'confirmIdentity', method: 'call_back' }, OFFICER, { words: 'Soitettu.' });
  await stageIs('decide');
  const decision = { type: 'decideRight', right: 'access', outcome: 'granted', grounds: [] } as const;
  await give(desk, requestId, decision, OFFICER, { words: '' });
  await stageIs('approve');
  await give(desk, requestId, { type: 'approveRight', right: 'access' }, APPROVER);
  await stageIs('none');
  return requestId;
};

/** Keeps a worker alive: whenever it has died, a new one without the crash takes its place. */
const withWorker = async (desk: WholeDesk, crashAt: string, work: () => Promise<string>) => {
  let worker: RunningApp = await desk.start('worker', { ARTIKLA_CRASH_AT: crashAt });
  let deaths = 0;
  const nurse = setInterval(() => {
    try {
      process.kill(worker.pid, 0);
    } catch {
      if (deaths > 0) return;
      deaths += 1;
      void desk.start('worker').then((next) => {
        worker = next;
      });
    }
  }, 100);
  try {
    return { requestId: await work(), deaths };
  } finally {
    clearInterval(nurse);
    await worker.stop();
  }
};

const expectEachOnce = async (desk: WholeDesk, requestId: string): Promise<void> => {
  const mails = await desk.database.query<{ message_id: string; state: string }>(
    'select message_id, state from message where request_id = $1',
    [requestId],
  );
  const counts = desk.smtp.counts();
  expect(mails.map(({ message_id: id }) => counts.get(id))).toEqual(mails.map(() => 1));
  const { entries } = await desk.ledger.read(requestId);
  const advanced = entries.filter(({ type }) => type === 'rightAdvanced').map(({ data }) => data);
  expect(new Set(advanced).size).toBe(advanced.length);
  const pending = await desk.database.query(
    `select id from effect where request_id = $1 and state in ('pending', 'dead')`,
    [requestId],
  );
  expect(pending).toEqual([]);
};

describe.each(['redis', 'postgres'] as const)('a worker killed by SIGKILL, queue on %s', (backend) => {
  let redis: TestRedis | null = null;
  let desk: WholeDesk;

  beforeAll(async () => {
    redis = backend === 'redis' ? await startRedis() : null;
    desk = await startWholeDesk(redis?.url ?? null);
    await desk.start('portal');
  }, MINUTES * 60_000);

  afterAll(async () => {
    await desk.stop();
    await redis?.stop();
  });

  it.each(POINTS[backend].map((point, index) => [point, index] as const))(
    '%s: the request ends and each mail was sent once',
    async (point, index) => {
      const { requestId, deaths } = await withWorker(desk, point, () => liveThrough(desk, 100 + index));
      expect(deaths).toBe(1);
      await expectEachOnce(desk, requestId);
    },
    MINUTES * 60_000,
  );
});

describe('Redis emptied while requests are under way', () => {
  it(
    'loses nothing and doubles nothing',
    async () => {
      const redis = await startRedis();
      const desk = await startWholeDesk(redis.url);
      await desk.start('portal');
      const worker = await desk.start('worker');
      const flushing = setInterval(() => void redis.flush(), 300);
      const ids = await Promise.all([200, 201, 202].map((place) => liveThrough(desk, place)));
      clearInterval(flushing);
      for (const id of ids) await expectEachOnce(desk, id);
      await worker.stop();
      await desk.stop();
      await redis.stop();
    },
    MINUTES * 60_000,
  );
});
