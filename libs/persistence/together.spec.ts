import { describe, expect, it } from '@jest/globals';
import { Together } from './together.js';

/** Work that stands still until it is let go, and what was asked of it together. */
const standing = () => {
  const calls: (readonly string[])[] = [];
  const waiting: (() => void)[] = [];
  return {
    calls,
    work: async (items: readonly string[]) => {
      calls.push(items);
      await new Promise<void>((resolve) => waiting.push(resolve));
      return items.map((item) => item.toUpperCase());
    },
    letGo: async () => {
      for (const resolve of waiting.splice(0)) resolve();
      await new Promise((resolve) => setTimeout(resolve));
    },
  };
};

const OPTIONS = { atOnce: 2, patience: 60_000, most: 3, keyOf: (item: string) => item.slice(0, 1), undone: () => true };

describe('calls that come at the same time', () => {
  it('go out alone when nothing is under way, and together when something was', async () => {
    const { calls, work, letGo } = standing();
    const together = new Together(work, OPTIONS);
    const outcomes = ['a', 'b', 'c'].map((item) => together.add(item));
    expect(calls).toEqual([['a']]);
    await letGo();
    expect(calls).toEqual([['a'], ['b', 'c']]);
    await letGo();
    expect(await Promise.all(outcomes)).toEqual(['A', 'B', 'C']);
  });

  it('are never more than may go together, and never two of one key', async () => {
    const { calls, work, letGo } = standing();
    const together = new Together(work, OPTIONS);
    const outcomes = ['a', 'b1', 'b2', 'c', 'd', 'e'].map((item) => together.add(item));
    for (let round = 0; round < 4; round += 1) await letGo();
    expect(calls).toEqual([['a'], ['b1', 'c', 'd'], ['b2', 'e']]);
    expect(await Promise.all(outcomes)).toHaveLength(6);
  });
});

describe('a call that takes long', () => {
  it('lets nothing of its own key go beside it, and everything else', async () => {
    const { calls, work, letGo } = standing();
    const together = new Together(work, { ...OPTIONS, patience: 10 });
    const outcomes = ['a1', 'a2', 'b'].map((item) => together.add(item));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(calls).toEqual([['a1'], ['b']]);
    await letGo();
    await letGo();
    expect(calls).toEqual([['a1'], ['b'], ['a2']]);
    expect(await Promise.all(outcomes)).toHaveLength(3);
  });

  it('keeps others waiting no longer than there is patience, and never more than may be under way', async () => {
    const { calls, work, letGo } = standing();
    const together = new Together(work, { ...OPTIONS, patience: 10 });
    const outcomes = ['a', 'b', 'c'].map((item) => together.add(item));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(calls).toEqual([['a'], ['b', 'c']]);
    outcomes.push(together.add('d'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(calls).toHaveLength(2);
    await letGo();
    await letGo();
    expect(await Promise.all(outcomes)).toHaveLength(4);
  });
});

describe('a call that fails', () => {
  const poisoned = (calls: string[][]) => (items: readonly string[]) => {
    calls.push([...items]);
    return items.includes('bad') ? Promise.reject(new Error('poison')) : Promise.resolve(items);
  };

  it('is tried in halves when nothing of it was done, so that each fails only by itself', async () => {
    const calls: string[][] = [];
    const together = new Together(poisoned(calls), OPTIONS);
    const outcomes = await Promise.allSettled(['x', 'a', 'bad', 'c'].map((item) => together.add(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(calls).toEqual([['x'], ['a', 'bad', 'c'], ['a'], ['bad', 'c'], ['bad'], ['c']]);
  });

  it('is told to everybody when nobody knows what was done', async () => {
    const calls: string[][] = [];
    const together = new Together(poisoned(calls), { ...OPTIONS, undone: () => false });
    const outcomes = await Promise.allSettled(['x', 'a', 'bad'].map((item) => together.add(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(calls).toHaveLength(2);
  });
});
