import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { BENCHES } from './benches.js';
import { PROJECT } from './project.js';

const MINUTES = 5;

/** Runs the benches as `npm run bench` does, on the build, and gives the lines of standard output. */
const bench = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['test/bench.mjs', ...args], {
    cwd: PROJECT,
    encoding: 'utf8',
  });
  return { status, lines: stdout.split('\n').filter((line) => line !== ''), stderr };
};

describe('npm run bench', () => {
  it.each(BENCHES.map(({ name }) => name))(
    '%s does the work that it times, and prints one JSON object per figure',
    (name) => {
      const { status, lines, stderr } = bench('--quick', '--json', '--only', name);
      expect(status === 0 ? '' : stderr).toBe('');
      const figures = lines.map((line) => JSON.parse(line) as unknown);
      expect(figures.length).toBeGreaterThan(1);
      for (const figure of figures) {
        expect(figure).toMatchObject({
          name: expect.any(String),
          value: expect.any(Number),
          unit: expect.any(String),
        });
      }
    },
    MINUTES * 60_000,
  );

  it('names every bench with --list', () => {
    const { status, lines } = bench('--list');
    expect(status).toBe(0);
    expect(lines.map((line) => line.split(' ')[0])).toEqual(BENCHES.map(({ name }) => name));
  });

  it('answers an unknown bench with a sentence and exit code 2', () => {
    expect(bench('--only', 'nothing')).toEqual({
      status: 2,
      lines: [],
      stderr: 'There is no bench "nothing"; --list names them.\n',
    });
  });
});
