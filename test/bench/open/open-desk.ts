import { randomBytes } from 'node:crypto';
import { Pool } from 'pg';
import { Keyring } from '#persistence/keyring';
import { insist, type BenchRun } from '#test/bench/bench';
import { prepareDesk } from '#test/bench/engine/prepared-desk';
import { sharedPostgres } from '#test/bench/engine/servers';
import { liveTemplates } from '#test/bench/open/templates';
import { seedOpenRequests } from '#test/bench/open/seed';
import { openDesk } from '#test/support/desk';

/** Open requests at which things are measured. */
export const SIZES = { full: [10_000, 100_000, 1_000_000], quick: [100, 300, 800] } as const;
/** Approved erasures among them, to be carried out while it is measured. */
const ERASURES = { full: 3000, quick: 40 };

/** A desk with many open requests, for all benches that look what many cost. It only grows. */
export interface OpenDesk {
  readonly databaseUrl: string;
  /** What ARTIKLA_KEY must hold to open it. */
  readonly key: string;
  readonly pool: Pool;
  /** Grows to this many open requests. */
  readonly grow: (to: number) => Promise<void>;
}

const countOpen = async (pool: Pool): Promise<number> => {
  const { rows } = await pool.query<{ open: string }>(
    'select count(*) as open from subject_request where closed_on is null',
  );
  return Number(rows[0]?.open);
};

export const sharedOpenDesk = (run: BenchRun): Promise<OpenDesk> =>
  run.share('open-desk', async (end) => {
    const { quick, say } = run;
    const server = await sharedPostgres(run);
    const secret = randomBytes(32);
    const desk = await openDesk(undefined, secret);
    await prepareDesk(desk, quick ? ERASURES.quick : ERASURES.full, say);
    const templates = await liveTemplates(desk);
    await desk.orm.close(true);
    end.defer(() => server.drop(new URL(desk.url).pathname.slice(1)));

    const pool = new Pool({ connectionString: desk.url, max: 2 });
    pool.on('error', () => undefined);
    end.defer(() => pool.end());
    const keyring = new Keyring(secret);
    return {
      databaseUrl: desk.url,
      key: secret.toString('base64'),
      pool,
      grow: async (to) => {
        const open = await countOpen(pool);
        if (open >= to) return;
        await seedOpenRequests(pool, keyring, templates, to - open, say);
        insist((await countOpen(pool)) === to, `${to} requests are open`);
      },
    };
  });

/** The same, grown to its full size. */
export const largestDesk = async (run: BenchRun): Promise<OpenDesk> => {
  const desk = await sharedOpenDesk(run);
  await desk.grow(SIZES[run.quick ? 'quick' : 'full'][2]);
  return desk;
};
