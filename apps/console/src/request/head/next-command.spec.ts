import { describe, expect, it } from '@jest/globals';
import { permit, REQUEST } from '../../../test/fixtures/request.js';
import { nextCommand } from './next-command.js';

const at = (action: typeof REQUEST.nextAction.action, permits = REQUEST.permits) =>
  nextCommand({ ...REQUEST, nextAction: { ...REQUEST.nextAction, action }, permits });

describe('the command that comes next', () => {
  it('is aimed at the right that the server lets the reader decide', () => {
    expect(at('decide')).toEqual({ type: 'decideRight', right: 'access' });
  });

  it('is none where the server refuses it to this reader', () => {
    const refused = REQUEST.permits.map((one) => ({ ...one, open: false, reason: 'not-your-role' }));
    expect(at('decide', refused)).toBeNull();
  });

  it('is none while the desk or the person has the next step, whatever else is allowed', () => {
    expect([at('await_desk'), at('await_reply'), at('none')]).toEqual([null, null, null]);
  });

  it('is about one task where work is recorded', () => {
    const [task] = REQUEST.rights.flatMap(({ tasks }) => tasks);
    const permits = [
      {
        ...permit('recordTask'),
        right: task?.kind ? (REQUEST.rights[0]?.right ?? null) : null,
        task: task?.id ?? null,
      },
    ];
    expect(at('record_task', permits)).toMatchObject({ type: 'recordTask', task });
  });
});
