import { describe, expect, it } from '@jest/globals';
import { APPROVER, OFFICER, RequestOnPaper } from '#test/support/requests';
import { mayNotApprove } from './four-eyes.js';
import type { Actor } from './actor.js';

const COLLEAGUE: Actor = { kind: 'staff', id: 'approver-2', role: 'approver' };

const collected = (prover: Actor = OFFICER): RequestOnPaper => {
  const request = new RequestOnPaper(['access', 'portability']).proven().collected();
  return request.give({ type: 'confirmIdentity', method: 'call_back' }, prover).collected();
};

describe('those who may not approve', () => {
  it('are not asked about as long as nothing waits for approval', () => {
    const request = collected();
    expect(mayNotApprove(request.state)).toBeNull();
    request.decided('access', APPROVER).give({ type: 'approveRight', right: 'access' }, COLLEAGUE);
    expect(mayNotApprove(request.state)).toBeNull();
  });

  it('are whoever decided and whoever recorded a proof of identity', () => {
    expect(mayNotApprove(collected(OFFICER).decided('access', APPROVER).state)?.toSorted()).toEqual([
      'approver-1',
      'officer-1',
    ]);
  });

  it('are not those who can still approve another right of the request', () => {
    const request = collected().decided('access', APPROVER).decided('portability', COLLEAGUE);
    expect(mayNotApprove(request.state)).toEqual(['officer-1']);
    request.give({ type: 'approveRight', right: 'portability' }, APPROVER);
    expect(mayNotApprove(request.state)?.toSorted()).toEqual(['approver-1', 'officer-1']);
  });

  it('are staff, though the person has proved who they are by a code', () => {
    expect(mayNotApprove(collected().decided('access').state)).toEqual(['officer-1']);
  });

  it('are just those whom the approval refuses', () => {
    const request = collected().decided('access', APPROVER);
    const refused = [APPROVER, COLLEAGUE].filter(
      (actor) => request.try({ type: 'approveRight', right: 'access' }, actor) === 'same-person',
    );
    expect(refused).toEqual([APPROVER]);
  });
});
