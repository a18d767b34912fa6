import { describe, expect, it } from '@jest/globals';
import { APPROVER, DESK, OFFICER, PERSON, RequestOnPaper } from '#test/support/requests';
import { calledOffBy } from './decide.js';
import { evolve } from './evolve.js';
import { react } from './reactions.js';
import { deadlinesOf } from './standing.js';
import { mustWait, stillWanted } from './still-wanted.js';
import { weekendsOnly } from '#test/support/weekends';
import type { EffectData } from './effects.js';

const TO_DELIVERY = { letter: 'message', to: 'delivery', message: 1 } as const;

const wanted = (request: RequestOnPaper, data: EffectData['send-letter'] = TO_DELIVERY): boolean => {
  const deadlines = deadlinesOf(request.state, weekendsOnly, Temporal.PlainDate.from('2026-03-10'));
  return stillWanted(request.state, 'send-letter', data, () => deadlines);
};

describe('a message to the person', () => {
  it('goes to nobody until somebody has confirmed an address', () => {
    const request = new RequestOnPaper(['access']);
    expect(request.try({ type: 'writeMessage' }, OFFICER)).toBe('no-safe-contact');
    request.give({ type: 'confirmContact' }, PERSON).give({ type: 'writeMessage' }, OFFICER);
    expect(request.effects).toContain('send-letter.message.1');
    expect(request.dueAt).toEqual(['2026-03-02T08:00:30Z']);
  });

  it('never goes to the address of the request once its supposed owner is known and cannot be reached', () => {
    const request = new RequestOnPaper(['access'])
      .give({ type: 'recordLocation', location: 'one', candidates: 1, reachable: false }, DESK)
      .give({ type: 'confirmIdentity', method: 'in_person' }, OFFICER);
    expect(request.try({ type: 'writeMessage' }, OFFICER)).toBe('no-safe-contact');
  });

  it('is written by those who handle requests, and not while somebody says that it was not them', () => {
    const request = new RequestOnPaper(['access']).give({ type: 'confirmContact' }, PERSON);
    expect(request.try({ type: 'writeMessage' }, PERSON)).toBe('not-your-role');
    request.give({ type: 'writeMessage' }, APPROVER).give({ type: 'disownRequest' }, PERSON);
    expect(request.try({ type: 'writeMessage' }, OFFICER)).toBe('request-frozen');
    expect(mustWait(request.state, 'send-letter', TO_DELIVERY)).toBe(true);
  });

  it('is sent also when the request was closed meanwhile', () => {
    const request = new RequestOnPaper(['access']).give({ type: 'confirmContact' }, PERSON);
    request.give({ type: 'writeMessage' }, OFFICER).give({ type: 'withdraw' }, PERSON);
    expect(wanted(request)).toBe(true);
  });
});

describe('a message that is taken back', () => {
  const written = () => new RequestOnPaper(['access']).give({ type: 'confirmContact' }, PERSON);

  it('is no longer wanted, and the others are', () => {
    const request = written().give({ type: 'writeMessage' }, OFFICER).give({ type: 'writeMessage' }, OFFICER);
    request.give({ type: 'takeBackMessage', message: 1 }, APPROVER);
    expect(wanted(request)).toBe(false);
    expect(wanted(request, { ...TO_DELIVERY, message: 2 })).toBe(true);
  });

  it('calls off the effect that would mail it', () => {
    expect(calledOffBy({ type: 'takeBackMessage', message: 2 })).toEqual({
      effect: 'send-letter.message.2',
      otherwise: 'message-left',
    });
    expect(calledOffBy({ type: 'writeMessage' })).toBeNull();
  });

  it('must be there and not be taken back already, and is the matter of those who handle requests', () => {
    const request = written();
    const takeBack = (message: number, by = OFFICER) => request.try({ type: 'takeBackMessage', message }, by);
    expect(takeBack(1)).toBe('no-message');
    request.give({ type: 'writeMessage' }, OFFICER).give({ type: 'writeMessage' }, OFFICER);
    expect([takeBack(3), takeBack(1, PERSON), takeBack(1), takeBack(1), takeBack(2), takeBack(2)]).toEqual([
      'no-message',
      'not-your-role',
      null,
      'already-taken-back',
      null,
      'no-message',
    ]);
  });

  it('is taken back also while the request is stopped, and after it was closed', () => {
    const request = written().give({ type: 'writeMessage' }, OFFICER).give({ type: 'writeMessage' }, OFFICER);
    request.give({ type: 'disownRequest' }, PERSON).give({ type: 'takeBackMessage', message: 1 }, OFFICER);
    request.give({ type: 'withdraw' }, PERSON).give({ type: 'takeBackMessage', message: 2 }, OFFICER);
    expect(request.state.messages).toEqual([{ takenBack: true }, { takenBack: true }]);
  });

  it('moves nothing', () => {
    const request = written().give({ type: 'writeMessage' }, OFFICER);
    const { messages: _before, ...before } = request.state;
    request.after(3).give({ type: 'takeBackMessage', message: 1 }, OFFICER);
    const { messages: _after, ...after } = request.state;
    expect(after).toEqual(before);
  });

  it('is sent at once, and without its number, where the release before asked for it', () => {
    const event = { type: 'messageWritten', data: {} } as const;
    const facts = { actor: 'staff:officer-1', at: '2026-03-02T08:00:00Z', on: '2026-03-02' };
    const state = evolve(written().state, { ...event, ...facts });
    expect(react(state, event)).toMatchObject([{ dueAt: null }]);
    const asked = { letter: 'message', to: 'delivery' } as const;
    const request = written();
    expect(wanted(request, asked)).toBe(true);
  });
});

describe('a message from the person and a file', () => {
  it('are kept whatever the request has come to, and move nothing', () => {
    const request = new RequestOnPaper(['access']);
    const before = request.state;
    request.after(3).give({ type: 'recordMessage', by: 'phone' }, OFFICER);
    request.give({ type: 'addAttachment', document: 'one', sha256: 'aa' }, OFFICER);
    expect(request.state).toEqual(before);
    request.give({ type: 'withdraw' }, PERSON).give({ type: 'recordMessage', by: 'email' }, APPROVER);
    expect(request.effects.filter((name) => name.includes('message'))).toEqual([]);
  });
});
