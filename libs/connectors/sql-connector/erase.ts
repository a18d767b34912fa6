import { ConnectorError } from '../connector-error.js';
import type { ErasurePlan, ErasurePlanEntry, ErasureReceipt, ErasureReceiptEntry } from '../connector.js';
import { Parameters } from './conditions.js';
import type { CollectionDefinition } from './definition.js';
import { keyCondition } from './keys.js';
import type { Session } from './session.js';
import type { Subject } from './subject.js';
import { traceSubject } from './trace.js';

/** Stands where a name was in a column that may not be empty. */
const REDACTED = '[erased]';

/** For each erasure method: the new value of a column, and how it is seen that the column has it. */
const METHODS = {
  clear: { value: () => 'NULL', done: (column: string) => `${column} IS NULL` },
  redact: { value: () => `'${REDACTED}'`, done: (column: string) => `${column} = '${REDACTED}'` },
  random: {
    value: () => `'erased-' || gen_random_uuid()`,
    done: (column: string) => `${column} ~ '^erased-[0-9a-f-]{36}$'`,
  },
} as const;

/** The columns that lose their content when a row stays as a skeleton. */
const erasedColumns = ({ catalogue }: Session, collection: CollectionDefinition) =>
  collection.columns.flatMap(({ name, erasure }) =>
    erasure === undefined || erasure === 'keep'
      ? []
      : [{ column: catalogue.column(collection, name), method: METHODS[erasure] }],
  );

/** True for rows that still say what they should not say any more. */
const unfinished = (session: Session, collection: CollectionDefinition, action: ErasurePlanEntry['action']): string => {
  if (action === 'delete') return 'true';
  const done = erasedColumns(session, collection).map(({ column, method }) => method.done(column));
  return `NOT coalesce(${['true', ...done].join(' AND ')}, false)`;
};

const apply = async (
  session: Session,
  collection: CollectionDefinition,
  action: 'delete' | 'anonymise',
  keys: readonly string[],
): Promise<number> => {
  const { catalogue } = session;
  const parameters = new Parameters();
  const table = catalogue.table(collection);
  const rows = keyCondition(catalogue, collection, keys, parameters);
  if (action === 'delete') return session.change(`DELETE FROM ${table} WHERE ${rows}`, parameters.values);
  const sets = erasedColumns(session, collection).map(({ column, method }) => `${column} = ${method.value()}`);
  if (sets.length === 0) return 0;
  return session.change(
    `UPDATE ${table} SET ${sets.join(', ')} WHERE ${rows} AND ${unfinished(session, collection, action)}`,
    parameters.values,
  );
};

/** Triggers, rules and soft deletion can undo an erasure silently, so the rows are looked at again. */
const verify = async (session: Session, collection: CollectionDefinition, entry: ErasurePlanEntry): Promise<void> => {
  const { catalogue } = session;
  const parameters = new Parameters();
  const rows = keyCondition(catalogue, collection, entry.keys, parameters);
  const left = await session.query(
    `SELECT 1 FROM ${catalogue.table(collection)}
      WHERE ${rows} AND ${unfinished(session, collection, entry.action)} LIMIT 1`,
    parameters.values,
  );
  if (left.length > 0) throw new ConnectorError('erasure-incomplete', session.register.id);
};

/** Carries out an approved plan on the rows that are still the subject's. See `Connector.erase`. */
export const erase = async (session: Session, subject: Subject, plan: ErasurePlan): Promise<ErasureReceipt> => {
  const { register } = session;
  if (plan.register !== register.id) throw new ConnectorError('plan-of-another-register', register.id);
  const trace = await traceSubject(session, subject, () => ({}));
  const owned = new Map([...trace].map(([id, rows]) => [id, new Set(rows.map(({ key }) => key))]));

  const planned = Map.groupBy(plan.entries, ({ collection }) => collection);
  for (const [id, keys] of owned) {
    const decided = new Set(planned.get(id)?.flatMap((entry) => entry.keys));
    if (!keys.isSubsetOf(decided)) throw new ConnectorError('plan-outdated', register.id);
  }

  const receipts = new Map<ErasurePlanEntry, ErasureReceiptEntry>();
  // Children first: a row can only go when nothing refers to it any more.
  for (const collection of register.collections.toReversed()) {
    for (const entry of planned.get(collection.id) ?? []) {
      const { action } = entry;
      const keys = entry.keys.filter((key) => owned.get(collection.id)?.has(key));
      const changed = action === 'keep' ? 0 : await apply(session, collection, action, keys);
      if (action !== 'keep') await verify(session, collection, { ...entry, keys });
      receipts.set(entry, { collection: collection.id, action, planned: entry.keys.length, changed });
    }
  }
  return { register: register.id, entries: plan.entries.flatMap((entry) => receipts.get(entry) ?? []) };
};
