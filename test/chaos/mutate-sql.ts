import { Database } from '#persistence/database';
import { wrapMethod } from '#test/chaos/wrap-method';

/** What can be taken away from the product: each must turn the storm red, or the storm proves nothing. */
export const MUTATIONS = ['lease', 'version', 'marker'] as const;

export type Mutation = (typeof MUTATIONS)[number];

type Rewriting = readonly (readonly [pattern: RegExp, replacement: (...groups: string[]) => string])[];

const REWRITINGS: Readonly<Record<'lease' | 'version', Rewriting>> = {
  // Work that somebody is at is offered and claimed all the same, and whoever ends it is taken for its holder.
  lease: [
    [/and \(lease_until is null or lease_until < clock_timestamp\(\)\)/g, () => ''],
    [/and lease_owner = (\$\d+)/g, (_all, value) => `and ${value}::text is not null`],
  ],
  // Two writers of one request go on from the same version. The key over its entries is dropped with it.
  version: [
    [/where id = (\$\d+) and version = (\$\d+)/g, (_all, id, from) => `where id = ${id} and ${from}::int is not null`],
  ],
};

/** Rewrites all hand-written SQL of this process. */
export const mutateSql = (mutation: 'lease' | 'version'): void => {
  const rewrite = (text: string): string =>
    REWRITINGS[mutation].reduce((changed, [pattern, replacement]) => changed.replaceAll(pattern, replacement), text);
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
