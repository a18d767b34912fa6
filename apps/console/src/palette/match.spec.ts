import { describe, expect, it } from '@jest/globals';
import { bestOf, rankOf, referenceIn } from './match.js';

describe('what is found', () => {
  it.each([
    ['deadline extend', 'Extend the deadline'],
    ['ext dead', 'Extend the deadline'],
    ['maaraaika', 'Jatka määräaikaa'],
    ['ÖPPNA', 'Öppna begäran'],
    ['', 'Anything'],
  ])('%j finds "%s"', (typed, text) => {
    expect(rankOf(typed, text)).not.toBeNull();
  });

  it('has every word that was typed', () => {
    expect(rankOf('extend clock', 'Extend the deadline')).toBeNull();
  });

  it('is sorted by how well it fits, otherwise in its order', () => {
    const items = ['Underline', 'Overdue', 'Due today', 'Dues'].map((label) => ({ label }));
    expect(bestOf('due', items).map(({ label }) => label)).toEqual(['Due today', 'Dues', 'Overdue']);
  });

  it('also by its hint', () => {
    expect(bestOf('erasure', [{ label: 'Decide', hint: 'Erasure' }])).toHaveLength(1);
  });
});

describe('a typed reference', () => {
  it.each([
    ['abcde-fghjk', 'ABCDE-FGHJK'],
    [' ab3de fghjk', 'AB3DE-FGHJK'],
    ['oil00-00000', '01100-00000'],
  ])('%j is read as %s', (typed, reference) => {
    expect(referenceIn(typed)).toBe(reference);
  });

  it.each(['abcde', 'abcde-fghju', 'withdrawal', 'due in 7 days'])('%j is none', (typed) => {
    expect(referenceIn(typed)).toBeNull();
  });
});
