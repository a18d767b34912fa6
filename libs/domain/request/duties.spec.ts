import { describe, expect, it } from '@jest/globals';
import { APPROVER, DESK, OFFICER, PERSON, RequestOnPaper } from '#test/support/requests';
import { dutiesOf } from './duties.js';
import type { Gap, RecordOfProcessing } from '#domain/record-of-processing';

const GAP: Gap = { field: 'recipients', why: { fi: 'x', sv: 'x', en: 'x' } };

const record = (...gaps: readonly Gap[]) => ({ gaps }) as unknown as RecordOfProcessing;

const idsOf = (request: RequestOnPaper, done: boolean, right: string | null = 'access'): string[] =>
  dutiesOf(request.state, record())
    .filter((duty) => duty.done === done && duty.right === right)
    .map(({ id }) => id);

describe('what the answer owes', () => {
  it('follows the request: nothing is done at first, and everything once it is answered', () => {
    const request = new RequestOnPaper(['access']);
    expect(idsOf(request, false)).toEqual(['search_registers', 'decide', 'have_it_read', 'give_copy', 'answer']);
    expect(idsOf(request, false, null)).toEqual(['confirm_receipt', 'know_the_person']);
    request.proven().give({ type: 'confirmIdentity', method: 'call_back' }, OFFICER).collected().decided('access');
    request.give({ type: 'approveRight', right: 'access' }, APPROVER);
    request.give({ type: 'recordAnswer', right: 'access', by: 'mail' }, DESK);
    expect(idsOf(request, false)).toEqual([]);
    expect(idsOf(request, false, null)).toEqual(['confirm_receipt']);
  });

  it('holds what Article 15 wants told, which a gap in the record of processing leaves undone', () => {
    const { state } = new RequestOnPaper(['access', 'portability']);
    const told = (gaps: readonly Gap[]) =>
      dutiesOf(state, record(...gaps)).find(({ id }) => id === 'name_recipients')?.done;
    expect([told([]), told([GAP])]).toEqual([true, false]);
    expect(dutiesOf(state, record(GAP)).filter(({ id }) => id === 'name_recipients')).toHaveLength(1);
  });

  it('of a refusal is its grounds and no copy', () => {
    const request = new RequestOnPaper(['access']);
    const ground = 'art_12_5_manifestly_unfounded';
    request.give({ type: 'decideRight', right: 'access', outcome: 'refused', grounds: [ground] }, OFFICER);
    const ids = dutiesOf(request.state, record()).map(({ id }) => id);
    expect(ids).toContain('give_grounds');
    expect(ids).not.toContain('give_copy');
    expect(ids).not.toContain('name_recipients');
  });

  it('is nothing once the person has called everything off', () => {
    const request = new RequestOnPaper(['erasure']).give({ type: 'withdraw' }, PERSON);
    expect(dutiesOf(request.state, record())).toEqual([]);
  });
});
