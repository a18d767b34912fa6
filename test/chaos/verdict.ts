import { verifyChains } from '#features/audit/verify-chains';
import { unremindedRequests } from '#features/deadlines/missing-reminders';
import { BEGINNING } from '#features/deadlines/watch-place';
import { Organisation } from '#persistence/organisation';
import type { DeskTime } from '#test/chaos/desk-time';
import type { Life } from '#test/chaos/lives';
import type { Town } from '#test/chaos/town';

/** What went wrong, by sort; each finding names what it is about by id. */
export interface Verdict {
  /** Work or a request that did not come to its end, or an entry that vanished. */
  readonly lost: readonly string[];
  /** A transition that happened twice. */
  readonly doubled: readonly string[];
  /** A mail or reminder that should have gone out and did not. */
  readonly missed: readonly string[];
  /** A mail that went out twice. */
  readonly duplicate: readonly string[];
  /** A reminder that went out before its day. */
  readonly early: readonly string[];
  /** What was to be shown and was not: a crash point that nobody came by, a safeguard that did not act. */
  readonly unproven: readonly string[];
}

/** The dispatcher sweeps every second. */
const TWO_SWEEPS_SECONDS = 2;

const UNFINISHED = `select id, state, coalesce(last_error, 'none') as why from effect
  where state = 'dead' or state = 'pending' and lease_owner is null
    and greatest(due_at, retry_at) < artikla.now() - make_interval(secs => ${TWO_SWEEPS_SECONDS})`;

/** These may happen several times, or with other words. */
const MAY_REPEAT = ['noteAdded', 'rightDecided', 'rightReturned', 'rightApproved', 'findingRaised', 'findingSettled'];
/** What an event says beyond which transition it is. */
const BESIDES = ['computation', 'result', 'rows', 'files', 'documents', 'manifest', 'by', 'level', 'candidates'];

const DOUBLED = `select request_id, type, data::jsonb - $2::text[] as data from ledger_entry
  where type <> all ($1::text[]) group by 1, 2, 3 having count(*) > 1`;
const SAME_PLACE = `select request_id, seq from ledger_entry group by 1, 2 having count(*) > 1`;

const MAILS = `select message.message_id, message.state, message.letter, message.request_id, effect.kind, effect.state as effect,
    extract(epoch from effect.due_at)::float8 * 1000 as due
  from message join effect on effect.id = message.effect_id`;

interface MailRow {
  readonly message_id: string;
  readonly state: string;
  readonly letter: string;
  readonly request_id: string | null;
  readonly kind: string;
  readonly effect: string;
  readonly due: number;
}

const requests = async ({ database }: Town, lives: readonly Life[]): Promise<string[]> => {
  const rows = await database.query<{ id: string; next_action: string }>(
    'select id, next_action from subject_request where closed_on is null',
  );
  const answered = await database.query<{ id: string; rights: number }>(
    `select request_id as id, count(*)::int as rights from ledger_entry where type = 'answerSent' group by 1`,
  );
  const answers = new Map(answered.map(({ id, rights }) => [id, rights]));
  return [
    ...rows.map(({ id, next_action: next }) => `request ${id} is open: ${next}`),
    ...lives
      .filter(({ requestId, script }) => (answers.get(requestId) ?? 0) < script.rights.length)
      .map(({ requestId, script }) => `request ${requestId} (${script.name}) was not answered`),
  ];
};

/** Sets what the mail server took against what the desk believes and what each script asks for. */
const mails = (
  { office }: Town,
  rows: readonly MailRow[],
  lives: readonly Life[],
): Pick<Verdict, 'missed' | 'duplicate'> => {
  const taken = office.smtp.counts();
  const count = (id: string): number => taken.get(id) ?? 0;
  const known = new Set(rows.map(({ message_id: id }) => id));
  const ofRequest = Map.groupBy(rows, ({ request_id: id }) => id);
  const missed = rows
    .filter(({ effect }) => effect === 'done')
    .filter(({ message_id: id, state }) => count(id) === 0 && !(state === 'bounced' && office.refused.has(id)))
    .map(({ message_id: id, letter, state }) => `mail ${id} (${letter}, ${state}) never arrived`);
  const unwritten = lives.flatMap(({ requestId, script }) =>
    script.letters
      .filter((letter) => !ofRequest.get(requestId)?.some((mail) => mail.letter === letter))
      .map((letter) => `request ${requestId} never got its ${letter}`),
  );
  const twice = [...taken].filter(([, times]) => times > 1).map(([id, times]) => `mail ${id} arrived ${times} times`);
  const strange = [...taken.keys()].filter((id) => !known.has(id)).map((id) => `mail ${id} is not the desk's`);
  const written = lives.flatMap(({ requestId, script }) =>
    script.letters
      .filter((letter) => (ofRequest.get(requestId)?.filter((mail) => mail.letter === letter).length ?? 0) > 1)
      .map((letter) => `request ${requestId} got its ${letter} twice`),
  );
  return { missed: [...missed, ...unwritten], duplicate: [...twice, ...strange, ...written] };
};

const earlyOnes = ({ office }: Town, rows: readonly MailRow[], time: DeskTime): string[] => {
  const due = new Map(rows.map(({ message_id: id, due: at }) => [id, at]));
  return office.smtp
    .journal()
    .filter(({ messageId, at }) => time.latestUpTo(at) < (due.get(messageId) ?? 0))
    .map(({ messageId }) => `mail ${messageId} left before its day`);
};

/** Looks at a town after the storm, by SQL and by what its mail server counted. */
export const judge = async (town: Town, lives: readonly Life[], time: DeskTime): Promise<Omit<Verdict, 'unproven'>> => {
  const { database } = town;
  const rows = await database.query<MailRow>(MAILS);
  const unfinished = await database.query<{ id: string; state: string; why: string }>(UNFINISHED);
  const doubled = await database.query<{ request_id: string; type: string; data: object }>(DOUBLED, [
    MAY_REPEAT,
    BESIDES,
  ]);
  const samePlace = await database.query<{ request_id: string; seq: number }>(SAME_PLACE);
  const { firstBad } = await verifyChains(database);
  const controller = await new Organisation(town.orm).controller();
  const counting = (await town.clock.read()).in(controller);
  const unreminded = await unremindedRequests(database, counting, BEGINNING, lives.length + 1, 100);
  const posted = mails(town, rows, lives);
  return {
    lost: [
      ...(await requests(town, lives)),
      ...unfinished.map(({ id, state, why }) => `effect ${id} is ${state}: ${why}`),
      ...(firstBad === null ? [] : [`the chain of ${firstBad.reference} breaks at ${firstBad.seq}: ${firstBad.why}`]),
    ],
    doubled: [
      ...doubled.map(({ request_id: id, type, data }) => `request ${id}: ${type} ${JSON.stringify(data)} twice`),
      ...samePlace.map(({ request_id: id, seq }) => `request ${id}: two entries in place ${seq}`),
    ],
    missed: [...posted.missed, ...unreminded.missing.map(({ id }) => `request ${id} lacks a reminder`)],
    duplicate: posted.duplicate,
    early: earlyOnes(town, rows, time),
  };
};
