import { describe, expect, it } from '@jest/globals';
import { takeTurns } from './repeats.js';

describe('contestants that take turns', () => {
  it('run as often as each other, every second round backwards', async () => {
    const order: string[] = [];
    const samples = await takeTurns(['one', 'two'], 3, (name, round) => {
      order.push(name);
      return Promise.resolve(round);
    });
    expect(order).toEqual(['one', 'two', 'two', 'one', 'one', 'two']);
    expect([...samples]).toEqual([
      ['one', [0, 1, 2]],
      ['two', [0, 1, 2]],
    ]);
  });
});
