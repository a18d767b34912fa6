import { describe, expect, it } from '@jest/globals';
import type { RightView, TaskView } from '#contracts/request-page';
import type { Right } from '#domain/law/rights';
import { detailsMissing, groundsOf, outcomesOf, wordsNeeded } from './decision-options.js';

const task = (result: TaskView['result']): TaskView => ({
  id: 'access.crm.collect.preparation',
  register: 'crm',
  registerName: 'Customers',
  kind: 'collect',
  phase: 'preparation',
  identityNeeded: 'V2',
  released: true,
  result,
  rows: 0,
  files: 0,
  notBefore: null,
  failure: null,
});

const view = (right: Right, tasks: TaskView[] = []): RightView => ({
  right,
  article: '',
  stage: 'response',
  tasks,
  erasurePlan: [],
  decision: null,
  approvedBy: null,
  documents: [],
  ending: null,
  answeredOn: null,
  openedOn: null,
});

describe('deciding a right', () => {
  it('offers "nothing held" only when nothing was found', () => {
    expect(outcomesOf(view('access', [task('nothing_found')]), 'FI')).toContain('nothing_held');
    expect(outcomesOf(view('access', [task('nothing_found'), task('found')]), 'FI')).not.toContain('nothing_held');
  });

  it('offers no refusal of a marketing ban, since the law has no ground for it (art. 21(3))', () => {
    expect(outcomesOf(view('direct_marketing'), 'FI')).toEqual(['granted', 'nothing_held']);
  });

  it('asks for a ground only where something is refused', () => {
    expect(groundsOf(view('erasure'), 'granted', 'FI')).toEqual([]);
    expect(groundsOf(view('erasure'), 'partly', 'FI')).toContain('art_17_3_b_legal_obligation');
  });

  it('asks which case of art. 18(1) it is before restricting, and not before refusing to', () => {
    expect(detailsMissing('restriction', 'granted', {})).toBe(true);
    expect(detailsMissing('restriction', 'granted', { restriction: 'unlawful' })).toBe(false);
    expect(detailsMissing('restriction', 'refused', {})).toBe(false);
  });

  it('takes no half correction, and none at all where a statement is attached instead (art. 16)', () => {
    const half = { corrections: [{ what: 'Address', from: 'Example Street 1', to: ' ' }] };
    expect(detailsMissing('rectification', 'granted', half)).toBe(true);
    expect(detailsMissing('rectification', 'granted', {})).toBe(false);
  });

  it('asks what came of reviewing an automated decision (art. 22(3))', () => {
    expect(detailsMissing('automated_decision', 'granted', {})).toBe(true);
    expect(detailsMissing('automated_decision', 'partly', { review: 'changed' })).toBe(false);
  });

  it('wants words where the letter tells in them what stops or is restricted', () => {
    expect(wordsNeeded('objection', 'granted')).toBe(true);
    expect(wordsNeeded('objection', 'refused')).toBe(false);
    expect(wordsNeeded('access', 'granted')).toBe(false);
  });
});
