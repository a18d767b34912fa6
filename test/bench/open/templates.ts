import { isRefusal } from '#domain/request/refusal';
import { isConflict } from '#persistence/ledger';
import { fileRequest, type TestDesk } from '#test/support/desk';
import type { Actor } from '#domain/request/actor';
import type { Command } from '#domain/request/commands';
import type { Right } from '#domain/law/rights';

const PERSON: Actor = { kind: 'person' };
const DESK: Actor = { kind: 'desk' };
const OFFICER: Actor = { kind: 'staff', id: '01900000-0000-7000-8000-00000000000a', role: 'officer' };

type Step = readonly [Command, Actor];

const CONFIRM: Step = [{ type: 'confirmContact' }, PERSON];
const LOCATE: Step = [{ type: 'recordLocation', location: 'one', candidates: 1, reachable: true }, DESK];

/** Where open requests wait: for the person's confirmation, for their proof, for their answer, for an officer. */
const KINDS: readonly { readonly rights: readonly Right[]; readonly steps: readonly Step[] }[] = [
  { rights: ['access'], steps: [] },
  { rights: ['access', 'erasure'], steps: [CONFIRM, LOCATE] },
  { rights: ['access'], steps: [CONFIRM, LOCATE, [{ type: 'requestIdentity' }, OFFICER]] },
  { rights: ['restriction'], steps: [CONFIRM, LOCATE, [{ type: 'confirmIdentity', method: 'on_file_code' }, PERSON]] },
];

/** Receipts of the last so many days; the oldest are overdue. */
const DAYS = 40;
const EVERY_DAYS = 4;

/** Puts the desk at noon, so many days before tomorrow. */
const setBack = (desk: TestDesk, days: number) =>
  desk.database.query(
    `update artikla.time_shift set shift = date_trunc('day', clock_timestamp()) + interval '36 hours' - clock_timestamp()
       - make_interval(days => $1)`,
    [days],
  );

const live = async (desk: TestDesk, { rights, steps }: (typeof KINDS)[number]): Promise<string> => {
  const { requestId } = await fileRequest(desk, rights);
  for (const [command, actor] of steps) {
    const outcome = await desk.ledger.apply(requestId, command, actor);
    if (isRefusal(outcome) || isConflict(outcome)) throw new Error(`${command.type}: ${JSON.stringify(outcome)}`);
  }
  return requestId;
};

/**
 * Open requests of every kind from each of the last weeks, lived through by the ledger itself. All other requests are
 * copies of these. It is noon at the desk afterwards, so that no morning with its reminders comes while it is measured.
 */
export const liveTemplates = async (desk: TestDesk): Promise<readonly string[]> => {
  const ids: string[] = [];
  for (let back = DAYS; back >= 0; back -= EVERY_DAYS) {
    await setBack(desk, back);
    for (const kind of KINDS) ids.push(await live(desk, kind));
  }
  await setBack(desk, 0);
  // Days went by without anybody being reminded: now what is planned is what would be on this day, and done until noon.
  for (const id of ids) await desk.ledger.refresh(id);
  await desk.database.query(`update effect set state = 'done' where state = 'pending' and due_at <= artikla.now()`);
  return ids;
};
