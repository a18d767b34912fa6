import { describe, expect, it } from '@jest/globals';
import { RunHere } from './run-here.js';
import type { EffectRunner } from './effect-runner.js';
import type { OfferedEffect } from './offers.js';

const offer = (id: string): OfferedEffect => ({ id, kind: 'alert', queue: 'mail', lag: null, here: true });

describe('what runs without a queue', () => {
  it('goes on with the rest when something could not even be claimed', async () => {
    const begun: string[] = [];
    let ended = 0;
    const runner = {
      run: (id: string) => {
        begun.push(id);
        return id.startsWith('bad') ? Promise.reject(new Error('the database is away')) : Promise.resolve();
      },
    } as unknown as EffectRunner;
    const here = new RunHere(runner, () => (ended += 1));
    here.add(['bad/1', 'bad/2', 'bad/3', 'bad/4', 'good/1'].map(offer));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(begun).toContain('good/1');
    expect(ended).toBe(5);
    await here.drain();
  });
});
