import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

const pause = () => new Promise((resolve) => setTimeout(resolve, 1));

describe('work that takes turns', () => {
  it('is never under way more often than there are places, and all of it is done', async () => {
    const turns = new Turns(2);
    let [inside, most] = [0, 0];
    const done = await Promise.all(
      [1, 2, 3, 4, 5].map((one) =>
        turns.take(async () => {
          inside += 1;
          most = Math.max(most, inside);
          await pause();
          inside -= 1;
          return one;
        }),
      ),
    );
    expect([most, done]).toEqual([2, [1, 2, 3, 4, 5]]);
  });

  it('gives its place on when it fails', async () => {
    const turns = new Turns(1);
    await expect(turns.take(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await turns.take(() => Promise.resolve('next'))).toBe('next');
  });
});
