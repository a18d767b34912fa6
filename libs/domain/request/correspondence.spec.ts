import { describe, expect, it } from '@jest/globals';
import { APPROVER, DESK, OFFICER, PERSON, RequestOnPaper } from '#test/support/requests';
import { deadlinesOf } from './standing.js';
import { mustWait, stillWanted } from './still-wanted.js';
import { weekendsOnly } from '#test/support/weekends';

const TO_DELIVERY = { letter: 'message', to: 'delivery' } as const;

const wanted = (request: RequestOnPaper): boolean => {
  const deadlines = deadlinesOf(request.state, weekendsOnly, Temporal.PlainDate.from('2026-03-10'));
  return stillWanted(request.state, 'send-letter', TO_DELIVERY, () => deadlines);
};

describe('a message to the person', () => {
  it('goes to nobody until somebody has confirmed an address', () => {
    const request = new RequestOnPaper(['access']);
    expect(request.try({ type: 'writeMessage' }, OFFICER)).toBe('no-safe-contact');
    request.give({ type: 'confirmContact' }, PERSON).give({ type: 'writeMessage' }, OFFICER);
    expect(request.effects).toContain('send-letter.message');
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
