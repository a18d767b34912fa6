import { gapsThatBlock, type RecordField, type RecordOfProcessing } from '#domain/record-of-processing';
import type { Right } from '#domain/law/rights';
import { executionOf, needsProof, preparationOf, settled } from './tasks.js';
import type { RightState, SubjectRequest } from './state.js';

/** What an answer owes, and whether it is done. `right` null where it is owed once for the whole request. */
export interface Duty {
  readonly id: DutyId;
  /** The provision, as printed. */
  readonly source: string;
  readonly right: Right | null;
  readonly done: boolean;
}

export type DutyId = keyof typeof REQUEST_DUTIES | keyof typeof RIGHT_DUTIES;

interface RequestDuty {
  readonly source: string;
  readonly owed: (state: SubjectRequest) => boolean;
  readonly done: (state: SubjectRequest) => boolean;
}

interface RightDuty {
  readonly source: string;
  readonly owed: (right: RightState) => boolean;
  readonly done: (right: RightState, record: RecordOfProcessing) => boolean;
}

const REQUEST_DUTIES = {
  confirm_receipt: {
    source: 'EDPB 01/2022, 3.1',
    owed: ({ hasEmail }) => hasEmail,
    done: ({ acknowledged }) => acknowledged,
  },
  know_the_person: {
    source: 'GDPR 12(2), 12(6)',
    owed: () => true,
    done: (state) => !needsProof(state),
  },
  tell_extension: {
    source: 'GDPR 12(3)',
    owed: ({ extended }) => extended,
    // Extending is told by its own letter, which leaves with the command.
    done: () => true,
  },
} as const satisfies Record<string, RequestDuty>;

const isRefusing = ({ decision }: RightState): boolean =>
  decision?.outcome === 'refused' || decision?.outcome === 'partly';

const isGranting = ({ decision }: RightState): boolean =>
  decision === null || decision.outcome === 'granted' || decision.outcome === 'partly';

/** The letter takes these from the record of processing, so a gap there is a gap in the answer. */
const fromRecord = (right: Right, field: RecordField, source: string): RightDuty => ({
  source,
  owed: (state) => state.right === right && isGranting(state),
  done: (_state, record) => !gapsThatBlock(record, right).some((gap) => gap.field === field),
});

const RIGHT_DUTIES = {
  search_registers: {
    source: 'GDPR 12(2), 24(1)',
    owed: (right) => preparationOf(right).length > 0,
    done: (right) => settled(preparationOf(right)),
  },
  name_recipients: fromRecord('access', 'recipients', 'GDPR 15(1)(c); C-154/21'),
  tell_retention: fromRecord('access', 'retention', 'GDPR 15(1)(d)'),
  tell_automated_decisions: fromRecord('access', 'automatedDecisions', 'GDPR 15(1)(h)'),
  tell_safeguards: fromRecord('access', 'transfers', 'GDPR 15(2)'),
  settle_basis: fromRecord('portability', 'legalBasis', 'GDPR 20(1)(a)'),
  decide: {
    source: 'GDPR 12(3)',
    owed: () => true,
    done: ({ decision }) => decision !== null,
  },
  give_grounds: {
    source: 'GDPR 12(4)',
    owed: isRefusing,
    done: ({ decision }) => (decision?.grounds.length ?? 0) > 0,
  },
  have_it_read: {
    source: 'GDPR 5(2), 24(1)',
    owed: ({ decision }) => decision?.by !== 'desk',
    done: ({ approvedBy }) => approvedBy !== null,
  },
  carry_out: {
    source: 'GDPR 17(1)',
    owed: (right) => executionOf(right).length > 0 && isGranting(right),
    done: (right) => settled(executionOf(right)),
  },
  give_copy: {
    source: 'GDPR 15(3), 20(1)',
    owed: (right) => (right.right === 'access' || right.right === 'portability') && isGranting(right),
    done: ({ packageBuilt }) => packageBuilt,
  },
  answer: {
    source: 'GDPR 12(3)',
    owed: () => true,
    done: ({ answeredOn }) => answeredOn !== null,
  },
} as const satisfies Record<string, RightDuty>;

/** Rights that were called off owe nothing any more. */
const isOwed = ({ ending }: RightState): boolean => ending !== 'withdrawn' && ending !== 'dismissed';

/** What the law wants of this request, in the order in which it is done, each with whether it is. */
export const dutiesOf = (state: SubjectRequest, record: RecordOfProcessing): Duty[] => {
  const rights = state.rights.filter(isOwed);
  if (rights.length === 0) return [];
  const once = (Object.entries(REQUEST_DUTIES) as [keyof typeof REQUEST_DUTIES, RequestDuty][])
    .filter(([, { owed }]) => owed(state))
    .map(([id, { source, done }]) => ({ id, source, right: null, done: done(state) }));
  const perRight = rights.flatMap((right) =>
    (Object.entries(RIGHT_DUTIES) as [keyof typeof RIGHT_DUTIES, RightDuty][])
      .filter(([, { owed }]) => owed(right))
      .map(([id, { source, done }]) => ({ id, source, right: right.right, done: done(right, record) })),
  );
  return [...once, ...perRight];
};

/** The names of all duties, for contracts and texts. */
export const DUTY_IDS = [...Object.keys(REQUEST_DUTIES), ...Object.keys(RIGHT_DUTIES)] as DutyId[];
