import { isRefusal } from '#domain/request/refusal';
import { isConflict } from '#persistence/ledger';
import { fileRequest, openDesk, type TestDesk } from '#test/support/desk';
import type { Actor } from '#domain/request/actor';
import type { Command } from '#domain/request/commands';

const PERSON: Actor = { kind: 'person' };
const DESK: Actor = { kind: 'desk' };
const OFFICER: Actor = { kind: 'staff', id: '01900000-0000-7000-8000-00000000000a', role: 'officer' };
const APPROVER: Actor = { kind: 'staff', id: '01900000-0000-7000-8000-00000000000b', role: 'approver' };

const REGISTERS = [
  { id: 'customers', dataClass: 'basic', capabilities: ['collect', 'plan_erasure', 'erase'] },
] as const;

/** An erasure from the confirmed address to its approval. */
const LIFE: readonly (readonly [Command, Actor])[] = [
  [{ type: 'confirmContact' }, PERSON],
  [{ type: 'recordLocation', location: 'one', candidates: 1, reachable: true }, DESK],
  [{ type: 'confirmIdentity', method: 'on_file_code' }, PERSON],
  [
    { type: 'recordTask', task: 'erasure.customers.plan_erasure.preparation', result: 'found', rows: 1, files: 0 },
    DESK,
  ],
  [{ type: 'decideRight', right: 'erasure', outcome: 'granted', grounds: [] }, OFFICER],
  [{ type: 'approveRight', right: 'erasure' }, APPROVER],
];

const liveToApproval = async (desk: TestDesk): Promise<void> => {
  const { requestId } = await fileRequest(desk, ['erasure'], REGISTERS);
  for (const [command, actor] of LIFE) {
    const outcome = await desk.ledger.apply(requestId, command, actor);
    if (isRefusal(outcome) || isConflict(outcome)) throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
  }
};

const AT_ONCE = 8;

/**
 * Adds approved erasures to a desk, lived through by the ledger itself. What is left of each happens without anybody:
 * carry out, build the answer, mail it; the erasure waits for the end of its cooling-off.
 */
export const prepareDesk = async (desk: TestDesk, requests: number, say: (line: string) => void): Promise<void> => {
  let begun = 0;
  const live = async (): Promise<void> => {
    while (begun < requests) {
      begun += 1;
      await liveToApproval(desk);
      if (begun % 500 === 0) say(`${begun} of ${requests} requests prepared`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, live));
  // Work of the stages that are behind; here the desk's reports were given by hand.
  await desk.database.query(`update effect set state = 'done' where kind <> 'remind' and due_at <= artikla.now()`);
  await desk.database.query('vacuum analyze');
};

/** A desk of its own with this many. Gives the name of the database, for copies: nobody is connected to it any more. */
export const preparedTemplate = async (requests: number, say: (line: string) => void): Promise<string> => {
  const desk = await openDesk();
  await prepareDesk(desk, requests, say);
  await desk.orm.close(true);
  return new URL(desk.url).pathname.slice(1);
};
