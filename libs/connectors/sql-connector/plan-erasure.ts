import type { CivilDate } from '#domain/time-source';
import type { ErasureAction, ErasurePlan, ErasurePlanEntry } from '../connector.js';
import { RETENTION_RULES, retentionOf, type Retention } from '../retention.js';
import type { CollectionDefinition } from './definition.js';
import type { Session } from './session.js';
import type { Subject } from './subject.js';
import { traceSubject, type Trace, type TracedRow } from './trace.js';

/** What happens to one row, and why it cannot simply go. */
interface Fate {
  readonly action: ErasureAction;
  readonly retention: Retention | null;
}

const STRENGTH: Readonly<Record<ErasureAction, number>> = { delete: 0, anonymise: 1, keep: 2 };

/** True when `one` keeps more, or the same for longer, than `other`; a day not known is later than any. */
const outlasts = (one: Fate, other: Fate): boolean => {
  if (one.action !== other.action) return STRENGTH[one.action] > STRENGTH[other.action];
  if (other.retention === null || one.retention === null) return other.retention === null;
  if (other.retention.until === null || one.retention.until === null) return other.retention.until !== null;
  return Temporal.PlainDate.compare(one.retention.until, other.retention.until) > 0;
};

/** What the collection's own definition says of a row. */
const ownFate = (
  session: Session,
  collection: CollectionDefinition,
  row: TracedRow,
  today: Temporal.PlainDate,
): Fate => {
  const { retention, onErasure } = collection;
  if (retention === undefined) return { action: onErasure, retention: null };
  const text = row.values[RETENTION_DATE];
  const date = typeof text === 'string' ? Temporal.PlainDate.from(text) : null;
  const kept = retentionOf(retention.rule, date, today, session.register.financialYearEnd);
  return kept === null ? { action: onErasure, retention: null } : { action: 'keep', retention: kept };
};

/** What a row that stays asks of the rows it hangs on; null when it asks nothing. */
const fateOfParents = ({ action, retention }: Fate): Fate | null => {
  if (action === 'delete') return null;
  const whole = action === 'keep' && retention !== null && RETENTION_RULES[retention.rule].parents === 'whole';
  return { action: whole ? 'keep' : 'anonymise', retention };
};

const RETENTION_DATE = 'retention_date';

/** The fate of every row by collection and key. Children decide first, because what they keep holds their parents. */
const fates = (
  session: Session,
  trace: Trace,
  today: Temporal.PlainDate,
): ReadonlyMap<string, ReadonlyMap<string, Fate>> => {
  const { collections } = session.register;
  const result = new Map(
    collections.map((collection) => {
      const rows = trace.get(collection.id) ?? [];
      return [collection.id, new Map(rows.map((row) => [row.key, ownFate(session, collection, row, today)]))];
    }),
  );
  for (const child of collections.toReversed()) {
    for (const row of trace.get(child.id) ?? []) {
      const fate = result.get(child.id)?.get(row.key);
      const demand = fate === undefined ? null : fateOfParents(fate);
      if (demand === null) continue;
      for (const link of child.belongsTo) {
        const parents = (trace.get(link.collection) ?? []).filter(
          (parent) => parent.links[link.references] === row.links[link.column],
        );
        for (const { key } of parents) {
          const fateOfParent = result.get(link.collection)?.get(key);
          if (fateOfParent !== undefined && outlasts(demand, fateOfParent))
            result.get(link.collection)?.set(key, demand);
        }
      }
    }
  }
  return result;
};

/** Rows of a collection grouped by what happens to them and why. */
const entriesOf = (collection: CollectionDefinition, rows: ReadonlyMap<string, Fate>): ErasurePlanEntry[] =>
  [...Map.groupBy(rows, ([, { action, retention }]) => JSON.stringify([action, retention])).values()].flatMap(
    (group) => {
      const [first] = group;
      if (first === undefined) return [];
      const [, fate] = first;
      return [{ collection: collection.id, name: collection.name, ...fate, keys: group.map(([key]) => key) }];
    },
  );

/** What would go, be reduced and stay on `today`, and under which law until when. Changes nothing. */
export const planErasure = async (session: Session, subject: Subject, today: CivilDate): Promise<ErasurePlan> => {
  const { register, catalogue } = session;
  const trace = await traceSubject(session, subject, (collection) => {
    const date = collection.retention?.date;
    return { [RETENTION_DATE]: date === undefined ? 'NULL' : `${catalogue.column(collection, date)}::text` };
  });
  const byCollection = fates(session, trace, Temporal.PlainDate.from(today));
  const entries = register.collections.flatMap((collection) =>
    entriesOf(collection, byCollection.get(collection.id) ?? new Map<string, Fate>()),
  );
  return { register: register.id, plannedOn: today, entries };
};
