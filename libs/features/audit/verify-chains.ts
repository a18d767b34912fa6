import { entryHash, GENESIS } from '#persistence/chain';
import { ENTRY_COLUMNS, type EntryRow } from '#persistence/ledger-rows';
import type { SqlSession } from '#persistence/database';

/** Where a ledger is not what it was: the request by its reference, the place in its chain, and what is wrong there. */
export interface BadEntry {
  readonly reference: string;
  readonly seq: number;
  readonly why: string;
}

export interface ChainsChecked {
  readonly entries: number;
  readonly chains: number;
  readonly firstBad: BadEntry | null;
}

/** An entry with what its request says of itself; nulls when the request is gone. */
interface LinkRow extends EntryRow {
  readonly reference: string | null;
  readonly version: number | null;
}

const ENTRIES_AT_ONCE = 500;
const LINKS = `select ${ENTRY_COLUMNS}, reference, version
  from ledger_entry left join subject_request on subject_request.id = request_id`;

/** All entries, chain after chain. */
async function* allLinks(session: SqlSession): AsyncGenerator<LinkRow> {
  let after: Pick<LinkRow, 'request_id' | 'seq'> | undefined = {
    request_id: '00000000-0000-0000-0000-000000000000',
    seq: 0,
  };
  while (after !== undefined) {
    const rows: LinkRow[] = await session.query<LinkRow>(
      `${LINKS} where (request_id, seq) > ($1, $2) order by request_id, seq limit $3`,
      [after.request_id, after.seq, ENTRIES_AT_ONCE],
    );
    yield* rows;
    after = rows.at(-1);
  }
}

/** The chains that the last so many entries belong to. */
async function* recentLinks(session: SqlSession, entries: number): AsyncGenerator<LinkRow> {
  yield* await session.query<LinkRow>(
    `${LINKS} where request_id in (select request_id from ledger_entry order by position desc limit $1)
     order by request_id, seq`,
    [entries],
  );
}

/** The reference of a chain, from its own first entry when its request is gone; its id as the last resort. */
const referenceOf = (first: LinkRow): string => {
  if (first.reference !== null) return first.reference;
  const own = /"reference":"([^"]{1,20})"/.exec(first.data)?.[1];
  return own ?? first.request_id;
};

const badLink = (previous: LinkRow | undefined, row: LinkRow): Omit<BadEntry, 'reference'> | null => {
  const expected = (previous?.seq ?? 0) + 1;
  if (row.seq !== expected) return { seq: expected, why: 'it is missing' };
  const previousHash = previous?.hash ?? GENESIS;
  if (!row.prev_hash.equals(previousHash)) return { seq: row.seq, why: 'it does not follow the entry before it' };
  const hash = entryHash(previousHash, { ...row, requestId: row.request_id, on: row.on_date });
  return hash.equals(row.hash) ? null : { seq: row.seq, why: 'it is not what was recorded' };
};

/** The projection counts the entries too, so that the end of a chain cannot go unnoticed. */
const badEnd = (last: LinkRow): Omit<BadEntry, 'reference'> | null => {
  if (last.version === null) return { seq: last.seq, why: 'its request is gone' };
  if (last.version > last.seq)
    return { seq: last.seq + 1, why: `it is missing; the request stands at ${last.version}` };
  if (last.version < last.seq) {
    return { seq: last.version + 1, why: `the request does not know it and stands at ${last.version}` };
  }
  return null;
};

const check = async (links: AsyncIterable<LinkRow>): Promise<ChainsChecked> => {
  let previous: LinkRow | undefined;
  let reference = '';
  let entries = 0;
  let chains = 0;
  const found = (bad: Omit<BadEntry, 'reference'>): ChainsChecked => ({
    entries,
    chains,
    firstBad: { reference, ...bad },
  });
  for await (const row of links) {
    if (previous?.request_id !== row.request_id) {
      const bad = previous === undefined ? null : badEnd(previous);
      if (bad !== null) return found(bad);
      previous = undefined;
      reference = referenceOf(row);
      chains += 1;
    }
    const bad = badLink(previous, row);
    if (bad !== null) return found(bad);
    previous = row;
    entries += 1;
  }
  const bad = previous === undefined ? null : badEnd(previous);
  return bad === null ? { entries, chains, firstBad: null } : found(bad);
};

const requestWithoutChain = async (session: SqlSession): Promise<BadEntry | null> => {
  const [row] = await session.query<{ reference: string }>(
    `select reference from subject_request
     where not exists (select from ledger_entry where request_id = id) order by id limit 1`,
  );
  return row === undefined ? null : { reference: row.reference, seq: 1, why: 'it is missing, and all that followed' };
};

/** Computes every chain anew and stops at the first entry that is wrong. */
export const verifyChains = async (session: SqlSession): Promise<ChainsChecked> => {
  const checked = await check(allLinks(session));
  return { ...checked, firstBad: checked.firstBad ?? (await requestWithoutChain(session)) };
};

/** The same for the chains that grew last: a quick look at `entries` entries and what came before them, not a proof. */
export const verifyRecentChains = (session: SqlSession, entries: number): Promise<ChainsChecked> =>
  check(recentLinks(session, entries));
