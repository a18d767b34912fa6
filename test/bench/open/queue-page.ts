import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUEUE_VIEWS, queueSort, type QueuePage } from '#contracts/queue';
import { insist } from '#test/bench/bench';
import { startSignedInApi } from '#test/bench/open/api-process';
import { largestDesk } from '#test/bench/open/open-desk';
import { quantile } from '#test/bench/statistics';
import type { Bench } from '#test/bench/bench';

const ROUNDS = { full: 40, quick: 1 };
const SORTS = queueSort.options;

/** First and second page of every view in every order. */
const ADDRESSES = QUEUE_VIEWS.flatMap((view) => SORTS.map((sort) => `view=${view}&sort=${sort}`));

/** Durability, section 4: a page of the worklist through HTTP with a million open requests, p99 within 15 ms. */
export const queuePage: Bench = {
  name: 'queue-page',
  measures: 'milliseconds for a page of the worklist through HTTP with 1,000,000 open requests',
  run: async (run) => {
    const desk = await largestDesk(run);
    await using end = new AsyncDisposableStack();
    const dataDir = await mkdtemp(join(tmpdir(), 'artikla-bench-'));
    end.defer(() => rm(dataDir, { recursive: true }));
    const { app, get } = await startSignedInApi(desk, dataDir);
    end.defer(() => app.kill());
    const taken = new Map<string, number[]>();
    const page = async (address: string, query: string): Promise<QueuePage> => {
      const begun = performance.now();
      const answer = (await get(`/api/v1/requests?${query}`)) as QueuePage;
      taken.set(address, [...(taken.get(address) ?? []), performance.now() - begun]);
      return answer;
    };
    const round = async (): Promise<void> => {
      for (const query of ADDRESSES) {
        const { rows, nextCursor } = await page(query, query);
        insist(
          !query.includes('all_open') || rows.every(({ person }) => person !== null),
          'a page shows whom it is about',
        );
        if (nextCursor !== null) await page(query, `${query}&cursor=${nextCursor}`);
      }
    };
    await round();
    taken.clear();
    for (let rounds = 0; rounds < ROUNDS[run.quick ? 'quick' : 'full']; rounds += 1) await round();

    const all = [...taken.values()].flat();
    const slowest = [...taken]
      .map(([address, times]) => ({ address, p99: quantile(times, 0.99) }))
      .toSorted((one, other) => other.p99 - one.p99)[0];
    run.report({
      name: 'queue-page',
      what: 'Page of the worklist through HTTP, p99 over all views and orders',
      unit: 'ms',
      values: [quantile(all, 0.99)],
      target: { atMost: 15 },
      details: {
        pages: all.length,
        p50: Number(quantile(all, 0.5).toFixed(1)),
        slowest: slowest?.address ?? '',
        slowestP99: Number(slowest?.p99.toFixed(1)),
      },
    });
  },
};
