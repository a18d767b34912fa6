import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freePort } from '#persistence/embedded/free-port';
import { PortalVisitor } from '#test/support/portal-visitor';
import { startRedis, type TestRedis } from '#test/support/redis';
import { startRoundRobin, type RoundRobin } from '#test/support/round-robin';
import { eventually, startWholeDesk, type WholeDesk } from '#test/support/whole-desk';
import type { RunningApp } from '#test/support/processes';

const MINUTES = 4;
const WORKERS = 3;
const WAVE = 12;

/** One desk of several processes, as docker-compose.yml runs it: 2 api, 2 portal behind a proxy each, 3 workers. */
describe('a desk of seven processes on one database and one Redis', () => {
  let redis: TestRedis;
  let desk: WholeDesk;
  let portal: RoundRobin;
  let console: RoundRobin;
  let portals: RunningApp[];
  let apis: Awaited<ReturnType<typeof startSeveral>>;
  let workers: { readonly app: RunningApp; readonly port: number }[];

  const startSeveral = async (app: string, count: number, setting: string) =>
    Promise.all(
      Array.from({ length: count }, async () => {
        const port = await freePort();
        const { consoleUrl, portalUrl } = desk;
        const env = { [setting]: String(port), CONSOLE_URL: consoleUrl, PORTAL_URL: portalUrl };
        return { app: await desk.start(app, env), port };
      }),
    );

  beforeAll(async () => {
    redis = await startRedis();
    desk = await startWholeDesk(redis.url);
    const some = await startSeveral('portal', 2, 'PORTAL_PORT');
    apis = await startSeveral('api', 2, 'CONSOLE_PORT');
    workers = await startSeveral('worker', WORKERS, 'WORKER_PORT');
    portals = some.map(({ app }) => app);
    const ports = (several: readonly { readonly port: number }[]) => several.map(({ port }) => port);
    portal = await startRoundRobin(Number(new URL(desk.portalUrl).port), ports(some));
    console = await startRoundRobin(Number(new URL(desk.consoleUrl).port), ports(apis));
  }, MINUTES * 60_000);

  afterAll(async () => {
    await portal.stop();
    await console.stop();
    await desk.stop();
    await redis.stop();
  });

  /** Files so many marketing bans, each by somebody else, in forms that go from one portal to the other page by page. */
  const fileWave = (from: number): Promise<string[]> =>
    Promise.all(
      desk.people
        .filter(({ email }) => email !== null)
        .slice(from, from + WAVE)
        .map(async ({ email }) => {
          const person = { name: 'Testi Henkilö', email: email ?? '' };
          return (await new PortalVisitor(desk.portalUrl).file(['direct_marketing'], person)).reference;
        }),
    );

  const allClosed = (references: readonly string[]) =>
    eventually('every request to be closed', async () => {
      const open = await desk.database.query(
        `select from subject_request where reference = any ($1) and closed_on is null`,
        [references],
      );
      return open.length === 0 ? true : undefined;
    });

  const expectEachMailOnce = async (): Promise<void> => {
    const mails = await desk.database.query<{ message_id: string }>('select message_id from message');
    const counts = desk.smtp.counts();
    expect(mails.filter(({ message_id: id }) => counts.get(id) !== 1)).toEqual([]);
  };

  /** How many effects each worker has done. */
  const doneByEach = (): Promise<number[]> =>
    Promise.all(
      workers.map(async ({ port }) => {
        const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
        const counts = [...text.matchAll(/^artikla_effect_attempts_total\{[^}]*outcome="done"[^}]*\} (\d+)$/gm)];
        return counts.reduce((sum, [, count]) => sum + Number(count), 0);
      }),
    );

  it(
    'spreads forms over the portals and work over the workers, and ends every request',
    async () => {
      await allClosed(await fileWave(0));
      expect(portal.counts().every((count) => count >= WAVE)).toBe(true);
      const done = await doneByEach();
      expect(done.filter((count) => count > 0)).toHaveLength(WORKERS);
      await expectEachMailOnce();
    },
    MINUTES * 60_000,
  );

  /** The cookie of a member of staff who has signed in. */
  const signIn = async (): Promise<string> => {
    const headers = { 'Content-Type': 'application/json', Origin: desk.consoleUrl };
    const [officer] = desk.staff;
    const signedIn = await fetch(`${desk.consoleUrl}/api/v1/session`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ email: officer?.email, password: desk.password }),
    });
    expect(signedIn.status).toBe(200);
    return signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };

  const askSixTimes = async (cookie: string): Promise<number[]> => {
    const ask = () => fetch(`${desk.consoleUrl}/api/v1/requests`, { headers: { cookie } });
    return (await Promise.all(Array.from({ length: 6 }, ask))).map(({ status }) => status);
  };

  it('knows a member of staff on either api who has signed in on one, also when the other dies', async () => {
    const cookie = await signIn();
    const before = console.counts().slice();
    const all = Array.from({ length: 6 }, () => 200);
    expect(await askSixTimes(cookie)).toEqual(all);
    expect(console.counts().map((count, index) => count - (before[index] ?? 0))).toEqual([3, 3]);
    await apis[0]?.app.kill();
    expect(await askSixTimes(cookie)).toEqual(all);
  });

  it(
    'goes on when a portal is stopped and a worker dies in the middle of it',
    async () => {
      const filing = fileWave(WAVE);
      await workers[0]?.app.kill();
      const references = await filing;
      expect(await portals[0]?.stop()).toBe(0);
      const more = await fileWave(2 * WAVE);
      await allClosed([...references, ...more]);
      await expectEachMailOnce();
    },
    MINUTES * 60_000,
  );

  it('stops cleanly, each process by itself', async () => {
    expect(await Promise.all(workers.slice(1).map(({ app }) => app.stop()))).toEqual([0, 0]);
  });
});
