import { describe, expect, it } from '@jest/globals';
import {
  queryOf,
  queryText,
  readQueueSearch,
  searchOfText,
  setFilters,
  withFilter,
  withoutFilter,
  withoutFilters,
} from './queue-search.js';

const SAVED = '01900000-0000-7000-8000-000000000001';

describe('an address of the queue', () => {
  it('keeps what it knows and drops the rest, value by value', () => {
    const read = readQueueSearch({
      view: 'overdue',
      sort: '-received',
      right: 'access,nonsense,erasure',
      stage: 'unknown',
      handler: 'me,none',
      dueFrom: '2026-11-23',
      dueTo: 'soon',
      paused: 'maybe',
      text: 'Aino',
      page: 3,
    });
    expect(read).toEqual({
      view: 'overdue',
      sort: '-received',
      right: 'access,erasure',
      handler: 'me,none',
      dueFrom: '2026-11-23',
    });
  });

  it('leaves out what is default', () => {
    expect(readQueueSearch({ view: 'all_open', sort: 'next_action' })).toEqual({});
    expect(queryOf({})).toEqual({ view: 'all_open', sort: 'next_action' });
  });

  it('loses one filter or all of them, never its view', () => {
    const search = readQueueSearch({ view: 'mine', right: 'access', dueFrom: '2026-11-23', dueTo: '2026-11-24' });
    expect(setFilters(search)).toEqual(['right', 'due']);
    expect(withoutFilter(search, 'due')).toEqual({ view: 'mine', right: 'access' });
    expect(withFilter(search, { right: '' })).toEqual({ view: 'mine', dueFrom: '2026-11-23', dueTo: '2026-11-24' });
    expect(withoutFilters(search)).toEqual({ view: 'mine' });
  });

  it('is what a saved view keeps, without the view’s own id', () => {
    const search = { view: 'mine', right: 'access,erasure', saved: SAVED } as const;
    expect(queryText(search)).toBe('right=access%2Cerasure&view=mine');
    expect(queryText({ right: 'access,erasure', view: 'mine' })).toBe(queryText(search));
    expect(searchOfText(queryText(search), SAVED)).toEqual(search);
  });
});
