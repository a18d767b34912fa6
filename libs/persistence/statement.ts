import { createHash } from 'node:crypto';

/** SQL that a connection plans once and runs many times. One name belongs to one text for ever. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const PLACEHOLDER = /@(\w+)/g;

/** The name of a statement tells its text too, so that a connection that outlives a release never mixes up the two. */
const named = (name: string, text: string): Statement => ({
  name: `${name} ${createHash('sha256').update(text).digest('base64url').slice(0, 8)}`,
  text,
});

/**
 * A statement whose values are told by name, `@like_this`, because nobody counts to forty. `valuesOf` puts them into their
 * order; `P` names them all.
 */
export const statement = <P extends object = Readonly<Record<string, unknown>>>(
  name: string,
  sql: string,
): Statement & { readonly valuesOf: (parameters: P) => unknown[] } => {
  const names = [...new Set([...sql.matchAll(PLACEHOLDER)].map(([, parameter = '']) => parameter))];
  const text = sql.replaceAll(PLACEHOLDER, (_all, parameter: string) => `$${names.indexOf(parameter) + 1}`);
  return {
    ...named(name, text),
    valuesOf: (parameters) => names.map((parameter) => (parameters as Record<string, unknown>)[parameter]),
  };
};
