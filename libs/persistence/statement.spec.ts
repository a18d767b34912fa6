import { describe, expect, it } from '@jest/globals';
import { statement } from './statement.js';

interface Values {
  readonly id: string;
  readonly version: number;
}

describe('a statement with named values', () => {
  const move = statement<Values>('move', 'update t set version = @version where id = @id and version < @version');

  it('binds each of them once, in the order in which they first stand', () => {
    expect(move.text).toBe('update t set version = $1 where id = $2 and version < $1');
    expect(move.valuesOf({ id: 'one', version: 2 })).toEqual([2, 'one']);
  });

  it('has another name when it has another text, because a connection may outlive a release', () => {
    const changed = statement<Values>('move', 'update t set version = @version where id = @id');
    expect(changed.name).not.toBe(move.name);
    expect(statement<Values>('move', 'update t set version = @version where id = @id').name).toBe(changed.name);
  });

  it('has a name that PostgreSQL does not cut short', () => {
    expect(move.name.length).toBeLessThan(64);
  });
});
