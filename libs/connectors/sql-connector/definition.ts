import { z } from 'zod';
import { DATA_CLASSES } from '#domain/law/identity';
import { RETENTION_RULE_IDS, RETENTION_RULES } from '../retention.js';

/** Schemas, tables and columns are only names here; the catalogue decides whether they exist. */
const name = z.string().min(1).max(63);
/** Ids become folder and file names in a package. */
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const localised = z.strictObject({ fi: z.string().min(1), sv: z.string().min(1), en: z.string().min(1) });

/** What becomes of a column in a row that must stay as a skeleton. */
const COLUMN_ERASURES = ['keep', 'clear', 'redact', 'random'] as const;

const columnSchema = z.strictObject({
  name,
  label: localised,
  /** keep: says nothing about a person; clear: NULL; redact: a fixed word; random: a fresh value that no key leads back from. */
  erasure: z.enum(COLUMN_ERASURES).optional(),
  /** A `bytea` column that holds a file. */
  file: z
    .strictObject({
      mediaType: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/, 'must be a media type such as audio/wav'),
      extension: z.string().regex(/^[a-z0-9]{1,8}$/, 'must be a file extension without the dot'),
    })
    .optional(),
});

/** Columns that say whose row it is. `person` holds the controller's own number of the person. */
const identitySchema = z.strictObject({
  person: name.optional(),
  email: z.array(name).default([]),
  phone: z.array(name).default([]),
  /** Together they make the whole name; a supplement when people are located, never a key. */
  name: z.array(name).default([]),
});

const collectionSchema = z.strictObject({
  id,
  name: localised,
  table: name,
  key: z.array(name).min(1),
  identity: identitySchema.optional(),
  /** The row belongs to whom the rows with the same value in another collection's column belong to. */
  belongsTo: z.array(z.strictObject({ column: name, collection: id, references: name })).default([]),
  /** Contacts on file: here people are located. `since` is the date column that tells for how long. */
  contacts: z.array(z.strictObject({ kind: z.enum(['email', 'phone']), column: name, since: name })).default([]),
  /** Date column of the person's registration. */
  registeredOn: name.optional(),
  columns: z.array(columnSchema).min(1),
  /** Columns that say nothing about anybody; naming them keeps a new column of the table from being overlooked. */
  internal: z.array(name).default([]),
  onErasure: z.enum(['delete', 'anonymise']),
  /** `date` is the date column that the rule counts from. */
  retention: z.strictObject({ rule: z.enum(RETENTION_RULE_IDS), date: name.optional() }).optional(),
});

const registerSchema = z.strictObject({
  id,
  name: localised,
  dataClass: z.enum(DATA_CLASSES),
  capabilities: z.array(z.enum(['collect', 'plan_erasure', 'erase', 'suppress_marketing'])),
  schema: name,
  collections: z.array(collectionSchema).min(1),
  /** Where a marketing ban is written: one row per contact in `list`, and the consents it ends. */
  suppression: z
    .strictObject({
      list: z.strictObject({ collection: id, kind: name, value: name, since: name }),
      consents: z.array(z.strictObject({ collection: id, consented: name, withdrawnOn: name })).default([]),
    })
    .optional(),
});

const registerFileSchema = z.strictObject({
  /** Month and day on which the controller's financial year ends, `MM-DD`. */
  financialYearEnd: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'must be a day of the year as MM-DD'),
  registers: z.array(registerSchema).min(1),
});

export type CollectionDefinition = z.infer<typeof collectionSchema>;
export type ColumnDefinition = z.infer<typeof columnSchema>;
export type SuppressionDefinition = NonNullable<z.infer<typeof registerSchema>['suppression']>;

/** One register; its collections stand in an order in which each comes after those it belongs to. */
export interface RegisterDefinition extends z.infer<typeof registerSchema> {
  readonly financialYearEnd: Temporal.PlainMonthDay;
}

/** The definition file is wrong; the message is one sentence for whoever wrote it. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
}

/** True when rows of the collection may have to stay as skeletons, so that each column needs an erasure method. */
const mayBecomeSkeleton = (collection: CollectionDefinition, all: readonly CollectionDefinition[]): boolean => {
  if (collection.onErasure === 'anonymise') return true;
  const children = all.filter(({ belongsTo }) => belongsTo.some((link) => link.collection === collection.id));
  return children.some(
    (child) =>
      child.onErasure === 'anonymise' ||
      (child.retention !== undefined && RETENTION_RULES[child.retention.rule].parents === 'skeleton') ||
      mayBecomeSkeleton(child, all),
  );
};

/** What is wrong with a collection, in words; empty when nothing is. */
function* collectionProblems(collection: CollectionDefinition, all: readonly CollectionDefinition[]) {
  const { identity, belongsTo, retention, contacts } = collection;
  if (identity === undefined && belongsTo.length === 0) yield 'says neither who it is about nor what it belongs to';
  if (
    identity !== undefined &&
    [identity.person, ...identity.email, ...identity.phone].every((key) => key === undefined)
  )
    yield 'has an identity without a person, e-mail or phone column';
  if (contacts.length > 0 && identity?.person === undefined) yield 'has contacts on file but no person column';
  if (retention !== undefined && retention.date === undefined && RETENTION_RULES[retention.rule].lasts !== 'always')
    yield `needs the date column that ${retention.rule} counts from`;
  const bare = collection.columns.find(({ erasure }) => erasure === undefined);
  if (bare !== undefined && mayBecomeSkeleton(collection, all))
    yield `may have to stay as a skeleton, so column ${bare.name} needs an erasure method`;
}

/** Parents before children. Throws when collections refer to each other in a circle or to one that does not exist. */
const parentsFirst = (registerId: string, collections: readonly CollectionDefinition[]): CollectionDefinition[] => {
  const sorted: CollectionDefinition[] = [];
  const waiting = new Set(collections);
  while (waiting.size > 0) {
    const next = [...waiting].find(({ belongsTo }) =>
      belongsTo.every((link) => sorted.some((done) => done.id === link.collection)),
    );
    if (next === undefined) {
      const stuck = [...waiting].map((collection) => collection.id).join(', ');
      throw new DefinitionError(`Register ${registerId}: ${stuck} belong to each other in a circle or to nothing.`);
    }
    sorted.push(next);
    waiting.delete(next);
  }
  return sorted;
};

const checkRegister = ({
  id: registerId,
  collections,
  capabilities,
  suppression,
}: z.infer<typeof registerSchema>): void => {
  const ids = collections.map((each) => each.id);
  const twice = ids.find((each, index) => ids.indexOf(each) !== index);
  if (twice !== undefined) throw new DefinitionError(`Register ${registerId}: two collections are called ${twice}.`);
  for (const each of collections) {
    for (const problem of collectionProblems(each, collections))
      throw new DefinitionError(`Register ${registerId}: collection ${each.id} ${problem}.`);
  }
  if (capabilities.includes('suppress_marketing') !== (suppression !== undefined))
    throw new DefinitionError(`Register ${registerId}: suppress_marketing and its suppression list need each other.`);
  const lists = suppression === undefined ? [] : [suppression.list, ...suppression.consents];
  const unknown = lists.find((list) => !ids.includes(list.collection));
  if (unknown !== undefined)
    throw new DefinitionError(`Register ${registerId}: suppression names an unknown collection ${unknown.collection}.`);
};

/** Reads register definitions as they stand in a JSON file. Throws DefinitionError, one sentence about the first fault. */
export const parseRegisters = (json: unknown): RegisterDefinition[] => {
  const parsed = registerFileSchema.safeParse(json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new DefinitionError(`${issue?.path.join('.') || 'The file'}: ${issue?.message ?? 'is not a definition'}.`);
  }
  const { registers, financialYearEnd } = parsed.data;
  return registers.map((each) => {
    const collections = parentsFirst(each.id, each.collections);
    checkRegister(each);
    return { ...each, collections, financialYearEnd: Temporal.PlainMonthDay.from(financialYearEnd) };
  });
};
