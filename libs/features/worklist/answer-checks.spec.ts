import { describe, expect, it } from '@jest/globals';
import { RequestOnPaper, APPROVER, OFFICER } from '#test/support/requests';
import { assertAnswerable } from './answer-checks.js';
import type { StaffCommand } from '#contracts/request-page';
import type { RecordField, RecordOfProcessing } from '#domain/record-of-processing';

const why = { fi: '', sv: '', en: '' };
const recordWith = (...fields: RecordField[]): RecordOfProcessing => ({
  controller: {
    name: 'Esimerkki',
    businessId: '0000000-0',
    address: { street: '', postalCode: '', city: '' },
    phone: '',
    email: '',
  },
  updatedOn: '2026-01-01',
  activities: [],
  automatedDecisions: null,
  protection: why,
  gaps: fields.map((field) => ({ field, why })),
});

const decided = () => {
  const request = new RequestOnPaper(['access']).proven().collected();
  request.give({ type: 'confirmIdentity', method: 'call_back' }, OFFICER).collected();
  return request.give({ type: 'decideRight', right: 'access', outcome: 'granted', grounds: [] }, OFFICER);
};

describe('approving an answer', () => {
  const approve = { type: 'approveRight', right: 'access' } as const;

  it('waits until the record of processing says what the letter must say', () => {
    expect(() => assertAnswerable(approve, decided().state, recordWith('retention'))).toThrow('Conflict');
    expect(() => assertAnswerable(approve, decided().state, recordWith())).not.toThrow();
  });

  it('does not wait for what the letter does not need', () => {
    expect(() => assertAnswerable(approve, decided().state, recordWith('legalBasis'))).not.toThrow();
  });

  it('of a decision that is sent back and refused needs no record', () => {
    const request = decided().give({ type: 'returnRight', right: 'access' }, APPROVER);
    request.give(
      { type: 'decideRight', right: 'access', outcome: 'refused', grounds: ['art_12_5_manifestly_unfounded'] },
      OFFICER,
    );
    expect(() => assertAnswerable(approve, request.state, recordWith('retention'))).not.toThrow();
  });
});

describe('deciding', () => {
  it('takes what only the officer can tell the letter', () => {
    const restrict: StaffCommand = {
      type: 'decideRight',
      right: 'restriction',
      outcome: 'granted',
      grounds: [],
      words: '',
    };
    const { state } = new RequestOnPaper(['restriction']);
    expect(() => assertAnswerable(restrict, state, recordWith())).toThrow('Bad Request');
    const told: StaffCommand = { ...restrict, details: { restriction: 'unlawful' as const } };
    expect(() => assertAnswerable(told, state, recordWith())).not.toThrow();
  });
});
