import { describe, expect, it } from '@jest/globals';
import { APPROVER, DESK, OFFICER, PERSON, RequestOnPaper } from '#test/support/requests';
import { REGISTERS } from '#test/support/registers';
import { LIFECYCLE } from './lifecycle.js';
import { STAGES } from './stages.js';
import { requestStage } from './decide.js';
import type { CommandType } from './commands.js';

const COMMANDS = Object.keys(LIFECYCLE) as CommandType[];

describe('the lifecycle table', () => {
  it.each(COMMANDS)('decides every stage for %s', (command) => {
    expect(Object.keys(LIFECYCLE[command].stages).toSorted()).toEqual([...STAGES].toSorted());
  });

  it('lets every command be given by somebody, somewhere', () => {
    for (const command of COMMANDS) {
      expect(LIFECYCLE[command].actors.length).toBeGreaterThan(0);
      expect(Object.values(LIFECYCLE[command].stages)).toContain('open');
    }
  });

  it('reaches every stage', () => {
    const request = new RequestOnPaper(['access']);
    const seen = new Set([requestStage(request.state)]);
    const look = () => seen.add(requestStage(request.state));
    request.give({ type: 'confirmContact' }, PERSON);
    look();
    request.give({ type: 'recordLocation', location: 'one', candidates: 1, reachable: true }, DESK);
    request.give({ type: 'confirmIdentity', method: 'on_file_code' }, PERSON);
    look();
    request.collected().give({ type: 'confirmIdentity', method: 'call_back' }, OFFICER).collected();
    look();
    request.decided('access').give({ type: 'approveRight', right: 'access' }, APPROVER);
    request.give({ type: 'recordAnswer', right: 'access', by: 'mail' }, DESK);
    look();
    expect([...seen]).toEqual([...STAGES]);
  });
});

describe('several rights in one request', () => {
  it('the marketing ban goes on at once and does not wait for the proof that access needs', () => {
    const request = new RequestOnPaper(['access', 'direct_marketing']);
    expect(request.stageOf('direct_marketing')).toBe('fulfilment');
    expect(request.stageOf('access')).toBe('intake');
    expect(request.effects).toContain('run-task.direct_marketing.marketing.suppress_marketing.preparation');
    request.collected();
    expect(request.effects).toContain('send-letter.marketing-ban-confirmation.direct_marketing');
  });

  it('erasure is carried out only after access has been collected, even when it was approved first', () => {
    const request = new RequestOnPaper(['access', 'erasure'])
      .proven()
      .give({ type: 'confirmIdentity', method: 'call_back' }, OFFICER);
    const erasure = request.state.rights.find(({ right }) => right === 'erasure');
    for (const { id, kind } of erasure?.tasks.filter(({ phase }) => phase === 'preparation') ?? []) {
      request.give(
        { type: 'recordTask', task: id, result: 'found', rows: 1, files: 0 },
        kind === 'manual' ? OFFICER : DESK,
      );
    }
    request.give({ type: 'decideRight', right: 'erasure', outcome: 'granted', grounds: [] }, OFFICER);
    request.give({ type: 'approveRight', right: 'erasure' }, APPROVER);
    expect(request.effects.filter((name) => name.includes('.erase.'))).toEqual([]);
    request.collected();
    expect(request.effects.filter((name) => name.includes('.erase.'))).toHaveLength(2);
  });
});

describe('identity', () => {
  it('recordings wait for the call-back on top of the proof by mail', () => {
    const request = new RequestOnPaper(['access']).proven();
    expect(request.effects).toContain('run-task.access.customers.collect.preparation');
    expect(request.effects).not.toContain('run-task.access.calls.collect.preparation');
    request.give({ type: 'confirmIdentity', method: 'call_back' }, OFFICER);
    expect(request.effects).toContain('run-task.access.calls.collect.preparation');
  });

  it('a call-back proves nothing before the code to the contact on file', () => {
    const request = new RequestOnPaper(['access']).give({ type: 'confirmContact' }, PERSON);
    expect(request.try({ type: 'confirmIdentity', method: 'call_back' }, OFFICER)).toBe('needs-on-file-proof');
  });

  it('staff cannot type the code of the person, nor the person record a call-back', () => {
    const request = new RequestOnPaper(['access']).give({ type: 'confirmContact' }, PERSON);
    expect(request.try({ type: 'confirmIdentity', method: 'on_file_code' }, OFFICER)).toBe('not-your-role');
    expect(request.try({ type: 'confirmIdentity', method: 'in_person' }, PERSON)).toBe('not-your-role');
  });

  it('somebody unknown gets their answer with the proof of their own contact alone', () => {
    const request = new RequestOnPaper(['access']).give({ type: 'confirmContact' }, PERSON);
    request.give({ type: 'recordLocation', location: 'none', candidates: 0, reachable: false }, DESK);
    expect(request.stageOf('access')).toBe('fulfilment');
    expect(request.effects.filter((name) => name.startsWith('send-letter.challenge'))).toEqual([]);
  });

  it('never more than "nothing" is given to somebody unknown, whatever a register found', () => {
    const request = new RequestOnPaper(['access']).give({ type: 'confirmContact' }, PERSON);
    request.give({ type: 'recordLocation', location: 'none', candidates: 0, reachable: false }, DESK).collected();
    const granted = { type: 'decideRight', right: 'access', outcome: 'granted', grounds: [] } as const;
    expect(request.try(granted, OFFICER)).toBe('weaker-proof');
  });

  it('three codes in an hour are enough, and the next hour brings new ones', () => {
    const request = new RequestOnPaper(['access']).give({ type: 'confirmContact' }, PERSON);
    request.give({ type: 'recordLocation', location: 'one', candidates: 1, reachable: true }, DESK);
    for (let sent = 0; sent < 3; sent += 1) request.give({ type: 'requestCode' }, PERSON);
    expect(request.try({ type: 'requestCode' }, PERSON)).toBe('too-many-codes');
    expect(request.after(1).try({ type: 'requestCode' }, PERSON)).toBeNull();
  });
});

describe('a fresh code', () => {
  it('is not sent to somebody who has typed one', () => {
    expect(new RequestOnPaper(['access']).proven().try({ type: 'requestCode' }, PERSON)).toBe('already-confirmed');
  });
});

describe('"it was not me"', () => {
  it('freezes everything until an approver lifts it', () => {
    const request = new RequestOnPaper(['access']).proven().give({ type: 'disownRequest' }, PERSON);
    expect(request.effects).toContain('alert.disowned');
    expect(request.try({ type: 'confirmIdentity', method: 'call_back' }, OFFICER)).toBe('request-frozen');
    expect(request.try({ type: 'liftFreeze' }, OFFICER)).toBe('not-your-role');
    request.give({ type: 'liftFreeze' }, APPROVER);
    expect(request.try({ type: 'confirmIdentity', method: 'call_back' }, OFFICER)).toBeNull();
  });
});

describe('four eyes', () => {
  it('whoever decided does not approve', () => {
    const request = new RequestOnPaper(['access']).proven().collected();
    request.give({ type: 'confirmIdentity', method: 'call_back' }, OFFICER).collected();
    request.give({ type: 'decideRight', right: 'access', outcome: 'granted', grounds: [] }, APPROVER);
    expect(request.try({ type: 'approveRight', right: 'access' }, APPROVER)).toBe('same-person');
    expect(request.try({ type: 'approveRight', right: 'access' }, OFFICER)).toBe('not-your-role');
  });

  it('whoever recorded a proof of identity does not approve', () => {
    const request = new RequestOnPaper(['access']).proven().collected();
    request.give({ type: 'confirmIdentity', method: 'call_back' }, APPROVER).collected();
    request.give({ type: 'decideRight', right: 'access', outcome: 'granted', grounds: [] }, OFFICER);
    expect(request.try({ type: 'approveRight', right: 'access' }, APPROVER)).toBe('same-person');
  });
});

describe('refusing', () => {
  const ready = () => {
    const request = new RequestOnPaper(['erasure']).proven().collected();
    request.give({ type: 'confirmIdentity', method: 'call_back' }, OFFICER).collected();
    for (const { id, kind, phase } of request.state.rights[0]?.tasks ?? []) {
      if (kind !== 'manual' || phase !== 'preparation') continue;
      request.give({ type: 'recordTask', task: id, result: 'nothing_found', rows: 0, files: 0 }, OFFICER);
    }
    return request;
  };

  it('takes a ground of the law, in whole or in part', () => {
    const partly = { type: 'decideRight', right: 'erasure', outcome: 'partly', grounds: [] } as const;
    expect(ready().try(partly, OFFICER)).toBe('ground-missing');
  });

  it('takes no ground that belongs to another right', () => {
    const foreign = {
      type: 'decideRight',
      right: 'erasure',
      outcome: 'refused',
      grounds: ['art_20_not_consent_or_contract'],
    } as const;
    expect(ready().try(foreign, OFFICER)).toBe('ground-does-not-fit');
  });
});

describe('an answer', () => {
  const collected = () => {
    const request = new RequestOnPaper(['access']).proven().collected();
    return request.give({ type: 'confirmIdentity', method: 'call_back' }, OFFICER).collected();
  };

  it('is built before it is approved, so that the second person approves what they have read', () => {
    const request = collected();
    request.give({ type: 'decideRight', right: 'access', outcome: 'granted', grounds: [] }, OFFICER);
    expect(request.effects).toContain('build-package.access');
    expect(request.try({ type: 'approveRight', right: 'access' }, APPROVER)).toBe('nothing-to-send');
    request.give({ type: 'recordPackage', right: 'access', documents: 1, manifest: '' }, DESK);
    expect(request.effects).not.toContain('send-letter.answer-ready.access');
    request.give({ type: 'approveRight', right: 'access' }, APPROVER);
    expect(request.effects).toContain('send-letter.answer-ready.access');
  });

  it('that was sent back is decided and built anew', () => {
    const request = collected().decided('access').give({ type: 'returnRight', right: 'access' }, APPROVER);
    request.decided('access');
    expect(request.effects.filter((name) => name === 'build-package.access')).toHaveLength(2);
  });

  it('is not recorded as posted before somebody approved it', () => {
    const request = collected().decided('access');
    expect(request.try({ type: 'recordAnswer', right: 'access', by: 'post' }, OFFICER)).toBe('nothing-to-send');
  });
});

describe('nobody is left without an answer', () => {
  const refusal = {
    type: 'decideRight',
    right: 'access',
    outcome: 'refused',
    grounds: ['art_11_2_cannot_identify'],
  } as const;

  it('a person who cannot be identified is told so, from any stage', () => {
    const request = new RequestOnPaper(['access']).give({ type: 'confirmContact' }, PERSON);
    request.give({ type: 'recordLocation', location: 'one', candidates: 1, reachable: false }, DESK);
    request.give(refusal, OFFICER);
    expect(request.stageOf('access')).toBe('response');
    request.give({ type: 'recordPackage', right: 'access', documents: 1, manifest: '' }, DESK);
    request.give({ type: 'approveRight', right: 'access' }, APPROVER);
    expect(request.effects).toContain('send-letter.answer-ready.access');
  });

  it('a challenge that nobody answers lets staff answer for the confirmed contact alone', () => {
    const request = new RequestOnPaper(['access']).give({ type: 'confirmContact' }, PERSON);
    request.give({ type: 'recordLocation', location: 'one', candidates: 1, reachable: true }, DESK);
    request.give({ type: 'recordLocation', location: 'none', candidates: 1, reachable: false }, OFFICER);
    expect(request.stageOf('access')).toBe('fulfilment');
  });

  it('a proven person is not exchanged for another any more', () => {
    const other = { type: 'recordLocation', location: 'one', candidates: 2, reachable: true } as const;
    expect(new RequestOnPaper(['access']).proven().try(other, OFFICER)).toBe('already-located');
  });

  it('somebody without e-mail is proven by a letter to the address on file', () => {
    const request = new RequestOnPaper(['access'], { channel: 'letter', hasEmail: false });
    request.give({ type: 'recordLocation', location: 'one', candidates: 1, reachable: false }, DESK);
    request.give({ type: 'confirmIdentity', method: 'on_file_letter' }, OFFICER);
    expect(request.stageOf('access')).toBe('fulfilment');
  });

  it('granting before the registers have answered is refused', () => {
    const granted = { type: 'decideRight', right: 'access', outcome: 'granted', grounds: [] } as const;
    expect(new RequestOnPaper(['access']).proven().try(granted, OFFICER)).toBe('tasks-open');
  });

  it('a proof given before it is known whom the registers mean starts no task', () => {
    const request = new RequestOnPaper(['access'], { channel: 'counter' });
    request.give({ type: 'confirmIdentity', method: 'in_person' }, OFFICER);
    expect(request.effects.filter((name) => name.startsWith('run-task'))).toEqual([]);
  });
});

describe('carrying an erasure out', () => {
  const approved = () => {
    const request = new RequestOnPaper(['erasure'], { registers: REGISTERS.slice(0, 1) });
    request.after(1).give({ type: 'confirmContact' }, PERSON);
    request.give({ type: 'recordLocation', location: 'one', candidates: 1, reachable: true }, DESK);
    request.after(4).give({ type: 'confirmIdentity', method: 'on_file_code' }, PERSON).collected();
    return request.decided('erasure').give({ type: 'approveRight', right: 'erasure' }, APPROVER);
  };

  it('waits 72 hours from the proof that erasure asks for, not from the first code', () => {
    const { dueAt } = approved();
    expect(dueAt).toEqual(['2026-03-10T08:00:00Z']);
  });

  it('that failed is decided once more, and not as granted', () => {
    const request = approved();
    const [task] = request.state.rights[0]?.tasks.filter(({ phase }) => phase === 'execution') ?? [];
    request.give({ type: 'recordTask', task: task?.id ?? '', result: 'cannot', rows: 0, files: 0 }, OFFICER);
    expect(request.state.rights[0]?.decision).toBeNull();
    const granted = { type: 'decideRight', right: 'erasure', outcome: 'granted', grounds: [] } as const;
    expect(request.try(granted, OFFICER)).toBe('ground-missing');
  });

  it('what the desk has done is recorded even when the person withdrew meanwhile', () => {
    const request = approved().give({ type: 'withdraw' }, PERSON);
    const [task] = request.state.rights[0]?.tasks.filter(({ phase }) => phase === 'execution') ?? [];
    const done = { type: 'recordTask', task: task?.id ?? '', result: 'done', rows: 3, files: 0 } as const;
    expect(request.try(done, DESK)).toBeNull();
  });
});

describe('a marketing ban that no register could set', () => {
  it('is not called granted by itself', () => {
    const request = new RequestOnPaper(['direct_marketing']);
    const [task] = request.state.rights[0]?.tasks ?? [];
    request.give({ type: 'recordTask', task: task?.id ?? '', result: 'cannot', rows: 0, files: 0 }, OFFICER);
    expect(request.state.rights[0]?.decision).toBeNull();
  });
});

describe('the clock', () => {
  it('a second extension is refused, and so is one after the first month', () => {
    const request = new RequestOnPaper(['access']).give({ type: 'extendDeadline' }, OFFICER);
    expect(request.try({ type: 'extendDeadline' }, OFFICER)).toBe('already-extended');
    expect(new RequestOnPaper(['access']).after(40).try({ type: 'extendDeadline' }, OFFICER)).toBe('too-late');
  });

  it('an insufficient reply leaves it stopped', () => {
    const request = new RequestOnPaper(['access']).proven().give({ type: 'requestClarification' }, OFFICER);
    request.give({ type: 'recordReply', sufficient: false }, OFFICER);
    expect(request.state.pausedFor).toBe('clarification');
    request.give({ type: 'recordReply', sufficient: true }, OFFICER);
    expect(request.state.pausedFor).toBeNull();
  });
});
