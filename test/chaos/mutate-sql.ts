import { Database } from '#persistence/database';
import { wrapMethod } from '#test/chaos/wrap-method';

/** What can be taken away from the product: each must turn the storm red, or the storm proves nothing. */
export const MUTATIONS = ['lease', 'version', 'marker'] as const;

export type Mutation = (typeof MUTATIONS)[number];

/** One place in the hand-written SQL. Its name is told when some worker really ran it changed. */
interface Rewriting {
  readonly name: string;
  readonly pattern: RegExp;
  readonly replacement: (...groups: string[]) => string;
}

const REWRITINGS: Readonly<Record<Mutation, readonly Rewriting[]>> = {
  lease: [
    {
      name: 'work that somebody is at is offered and claimed all the same',
      pattern: /and \(lease_until is null or lease_until < clock_timestamp\(\)\)/g,
      replacement: () => '',
    },
    {
      name: 'whoever ends it is taken for its holder',
      pattern: /and lease_owner = (\$\d+)/g,
      replacement: (_all, value) => `and ${value}::text is not null`,
    },
    {
      name: 'whoever brings its result is taken for its holder',
      pattern: /and effect\.lease_owner = moved\.lease_owner/g,
      replacement: () => '',
    },
  ],
  // The key over the entries of a request is dropped with it.
  version: [
    {
      name: 'two writers of one request go on from the same version',
      pattern: /and request\.version = new\.was/g,
      replacement: () => '',
    },
  ],
  // No SQL: the method that writes the marker is replaced as a whole.
  marker: [],
};

/** What must have been changed in the SQL of some worker for a mutation to be one. */
export const changesOf = (mutation: Mutation): readonly string[] => REWRITINGS[mutation].map(({ name }) => name);

/** Rewrites all hand-written SQL of this process; `changed` is told once of each rewriting that found its place. */
export const mutateSql = (mutation: Mutation, changed: (name: string) => void): void => {
  const told = new Set<string>();
  const rewrite = (text: string): string =>
    REWRITINGS[mutation].reduce((before, { name, pattern, replacement }) => {
      const after = before.replaceAll(pattern, replacement);
      if (after !== before && !told.has(name)) {
        told.add(name);
        changed(name);
      }
      return after;
    }, text);
  wrapMethod(
    Database.prototype,
    'query',
    (query) =>
      function (this: Database, sql, values) {
        return query.call(this, rewrite(sql), values) as never;
      },
  );
  wrapMethod(
    Database.prototype,
    'prepared',
    (prepared) =>
      function (this: Database, { name, text }, values) {
        return prepared.call(this, { name, text: rewrite(text) }, values) as never;
      },
  );
  wrapMethod(
    Database.prototype,
    'transaction',
    (transaction) =>
      function (this: Database, work) {
        return transaction.call(this, (session) =>
          work({
            query: (sql, values) => session.query(rewrite(sql), values),
            prepared: ({ name, text }, values) => session.prepared({ name, text: rewrite(text) }, values),
          }),
        ) as never;
      },
  );
};
