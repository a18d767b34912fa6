import { BadRequestException, ConflictException } from '@nestjs/common';
import { gapsThatBlock, type RecordOfProcessing } from '#domain/record-of-processing';
import { findRight } from '#domain/request/tasks';
import type { DecisionDetails, StaffCommand } from '#contracts/request-page';
import type { Right } from '#domain/law/rights';
import type { Outcome } from '#domain/request/vocabulary';
import type { SubjectRequest } from '#domain/request/state';

/** What the letter about a granted right must tell, and nobody but the officer knows. */
const DETAILS_NEEDED: Readonly<Partial<Record<Right, keyof DecisionDetails>>> = {
  restriction: 'restriction',
  automated_decision: 'review',
};

const grants = (outcome: Outcome | undefined): boolean => outcome === 'granted' || outcome === 'partly';

/**
 * What an answer needs besides the request itself. A decision must hold what its letter tells (400 `invalid-input`); an
 * approval waits until the record of processing says what the letter must say (409 `record-has-gaps`).
 */
export const assertAnswerable = (given: StaffCommand, state: SubjectRequest, record: RecordOfProcessing): void => {
  if (given.type === 'decideRight' && grants(given.outcome)) {
    const needed = DETAILS_NEEDED[given.right];
    if (needed === undefined || given.details?.[needed] !== undefined) return;
    throw new BadRequestException({
      code: 'invalid-input',
      errors: [{ path: `details.${needed}`, message: 'is missing' }],
    });
  }
  if (given.type === 'approveRight' && grants(findRight(state, given.right)?.decision?.outcome)) {
    if (gapsThatBlock(record, given.right).length > 0) throw new ConflictException({ code: 'record-has-gaps' });
  }
};
