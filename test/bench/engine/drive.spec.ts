import { describe, expect, it } from '@jest/globals';
import { drive } from './drive.js';

const REQUESTS = Array.from({ length: 20 }, (_, at) => `request ${at}`);

/** An engine that ends each request a moment after it began, some of them more often than once. */
const engine = (times = 1) => {
  let tell: (request: string) => void = () => undefined;
  const state = { open: 0, most: 0 };
  return {
    state,
    whenFinished: (listener: (request: string) => void) => (tell = listener),
    begin: (request: string) => {
      state.open += 1;
      state.most = Math.max(state.most, state.open);
      setTimeout(() => {
        state.open -= 1;
        for (let told = 0; told < times; told += 1) tell(request);
      }, 1);
      return Promise.resolve();
    },
  };
};

describe('requests that are kept in flight', () => {
  it('are as many as asked for and never more, until all have ended', async () => {
    const { begin, whenFinished, state } = engine();
    const { latencies } = await drive(REQUESTS, 6, begin, whenFinished);
    expect([latencies.length, state.most, state.open]).toEqual([20, 6, 0]);
  });

  it('may not end twice', async () => {
    const { begin, whenFinished } = engine(2);
    await expect(drive(REQUESTS, 6, begin, whenFinished)).rejects.toThrow('not under way');
  });

  it('fail the run when one cannot begin', async () => {
    await expect(
      drive(
        REQUESTS,
        6,
        () => Promise.reject(new Error('refused')),
        () => undefined,
      ),
    ).rejects.toThrow('refused');
  });
});
