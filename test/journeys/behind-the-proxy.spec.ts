import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { noCaddyBecause, noNetworkBecause, openNetwork, startCaddy, type Machine } from '#test/support/network';
import { PortalVisitor } from '#test/support/portal-visitor';
import type { RunningApp } from '#test/support/processes';
import { startRedis, type TestRedis } from '#test/support/redis';
import { eventually, startWholeDesk, type WholeDesk } from '#test/support/whole-desk';

const MINUTES = 4;
const WAVE = 8;
const reason = noNetworkBecause() ?? noCaddyBecause();

interface Started {
  readonly app: string;
  readonly machine: Machine;
  running: RunningApp;
}

/** Every process on a machine of its own with its usual port, reached through the proxy's own configuration. */
(reason === null ? describe : describe.skip)(
  `the seven processes of the profile scale behind their proxy${reason === null ? '' : ` (left out: ${reason})`}`,
  () => {
    let network: ReturnType<typeof openNetwork>;
    let redis: TestRedis;
    let desk: WholeDesk;
    let proxy: Awaited<ReturnType<typeof startCaddy>>;
    let all: Started[];
    let settings: Readonly<Record<string, string>>;
    let consoleUrl: string;
    let portalUrl: string;

    const start = ({ app, machine }: Pick<Started, 'app' | 'machine'>) => desk.start(app, settings, machine.through);
    const of = (app: string): Started[] => all.filter((one) => one.app === app);

    beforeAll(async () => {
      network = openNetwork();
      redis = await startRedis();
      desk = await startWholeDesk(redis.url, network.gateway);
      const apps = ['api', 'api', 'portal', 'portal', 'worker', 'worker', 'worker'].map((app) => ({
        app,
        machine: network.add(),
      }));
      const names = ['api', 'api-2', 'portal', 'portal-2'];
      const front = network.add(
        Object.fromEntries(names.map((name, at): [string, string] => [name, apps[at]?.machine.address ?? ''])),
      );
      [consoleUrl, portalUrl] = [`http://${front.address}:3000`, `http://${front.address}:3001`];
      const services = Object.values(desk.env).filter((value) => value.includes(network.gateway));
      for (const address of services) await network.letIn(Number(new URL(address).port));
      settings = {
        CONSOLE_URL: consoleUrl,
        PORTAL_URL: portalUrl,
        ALLOW_PLAIN_HTTP: 'true',
        CONSOLE_PORT: '3000',
        PORTAL_PORT: '3001',
        WORKER_PORT: '3002',
      };
      // One after the other: the first one prepares the database.
      all = [];
      for (const one of apps) all.push({ ...one, running: await start(one) });
      proxy = await startCaddy(front, { CONSOLE_URL: consoleUrl, PORTAL_URL: portalUrl });
    }, MINUTES * 60_000);

    afterAll(async () => {
      await proxy.stop();
      await desk.stop();
      await redis.stop();
      network.close();
    });

    const file = async (index: number): Promise<string> => {
      const people = desk.people.flatMap(({ email }) => email ?? []);
      const email = people[index % people.length] ?? '';
      const person = { name: 'Testi Henkilö', email };
      return (await new PortalVisitor(portalUrl).file(['direct_marketing'], person)).reference;
    };

    const wave = (from: number): Promise<string[]> =>
      Promise.all(Array.from({ length: WAVE }, (_, index) => file(from + index)));

    const allClosed = (references: readonly string[]) =>
      eventually('every request to be closed', async () => {
        const open = await desk.database.query(
          `select from subject_request where reference = any ($1) and closed_on is null`,
          [references],
        );
        return open.length === 0 ? true : undefined;
      });

    const signIn = async (): Promise<string> => {
      const answer = await fetch(`${consoleUrl}/api/v1/session`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: consoleUrl },
        body: JSON.stringify({ email: desk.staff[0]?.email, password: desk.password }),
      });
      expect(answer.status).toBe(200);
      return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    };

    /** What somebody signed in is answered, again and again until `done`. */
    const ask = async (cookie: string, done: Promise<unknown>): Promise<Set<number>> => {
      const statuses = new Set<number>();
      let over = false;
      void done.finally(() => (over = true));
      do {
        statuses.add((await fetch(`${consoleUrl}/api/v1/requests`, { headers: { cookie } })).status);
      } while (!over);
      return statuses;
    };

    it(
      'file requests through both portals and end them all',
      async () => {
        expect(await allClosed(await wave(0))).toBe(true);
      },
      MINUTES * 60_000,
    );

    it('shows people no probe and no figures', async () => {
      for (const address of [`${consoleUrl}/health/ready`, `${portalUrl}/health/ready`, `${consoleUrl}/metrics`]) {
        expect((await fetch(address)).status).toBe(404);
      }
    });

    it('keeps somebody signed in while one api dies, and comes back', async () => {
      const cookie = await signIn();
      const [first] = of('api');
      if (first === undefined) throw new Error('no api');
      const restart = first.running.kill().then(async () => {
        await new Promise((resolve) => setTimeout(resolve, 2000));
        first.running = await start(first);
      });
      expect(await ask(cookie, restart)).toEqual(new Set([200]));
    }, 120_000);

    it(
      'loses nobody while every process is replaced, one after the other',
      async () => {
        const cookie = await signIn();
        const references: string[] = [];
        const codes: (number | null)[] = [];
        const rolling = (async () => {
          for (const one of all) {
            const filing = file(WAVE + references.length);
            codes.push(await one.running.stop());
            references.push(await filing, await file(WAVE + references.length + 1));
            one.running = await start(one);
          }
        })();
        expect(await ask(cookie, rolling)).toEqual(new Set([200]));
        await rolling;
        expect(codes).toEqual(all.map(() => 0));
        await allClosed(references);
      },
      MINUTES * 60_000,
    );

    it(
      'goes on when a worker dies in the middle of its work, and sends each mail once',
      async () => {
        const [worker] = of('worker');
        const filing = wave(WAVE + 2 * all.length);
        await worker?.running.kill();
        await allClosed(await filing);
        const mails = await desk.database.query<{ message_id: string }>('select message_id from message');
        const counts = desk.smtp.counts();
        expect(mails.filter(({ message_id: id }) => counts.get(id) !== 1)).toEqual([]);
      },
      MINUTES * 60_000,
    );
  },
);
