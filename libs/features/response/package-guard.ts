import type { JsonValue, RegisterContent } from '#connectors/connector';
import { normaliseEmail, normaliseIdentifier, normalisePhone, type ProvenIdentifier } from '#connectors/identifier';
import { findIdentityCodes, maskIdentityCodes } from './package-masking.js';
import type { PackageRecording } from './package.js';

export type FindingKind =
  'foreign_row' | 'unlisted_file' | 'missing_file' | 'email_of_another' | 'phone_of_another' | 'identity_code';

/** Something an officer must look at before the package goes out. */
export interface Finding {
  readonly kind: FindingKind;
  /** True when no officer may wave it through: the package holds what is not the subject's. */
  readonly stops: boolean;
  readonly register: string;
  /** Where in the register; null for a file that no row names. `row` counts from 0. */
  readonly place: { readonly collection: string; readonly row: number; readonly field: string | null } | null;
  /** The identifier with its personal part out of sight; the name of a file. */
  readonly excerpt: string;
}

export interface GuardedContent {
  readonly registers: readonly RegisterContent[];
  readonly recordings: readonly Pick<PackageRecording, 'register' | 'name'>[];
  /** All that is proven or on file of the subject. */
  readonly subject: readonly ProvenIdentifier[];
  /** E-mail addresses and phone numbers that are nobody's in particular, such as the controller's own. */
  readonly impersonal: readonly string[];
}

const STOPS: Readonly<Record<FindingKind, boolean>> = {
  foreign_row: true,
  unlisted_file: true,
  missing_file: false,
  email_of_another: false,
  phone_of_another: false,
  identity_code: false,
};

const EMAIL = /[\p{L}\p{N}._+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** Begins with `+` or `0`, so that amounts, meter numbers and dates are not taken for phone numbers. */
const PHONE = /(?<![\p{L}\p{N}.,-])(?:\+\d|0)[\d ()\u00a0-]{5,16}\d(?![\p{L}\p{N}])/gu;

const hideEmail = (email: string): string => `${email.slice(0, 1)}…${email.slice(email.indexOf('@'))}`;
const hidePhone = (phone: string): string => `…${phone.slice(-2)}`;

/** Identifiers of others in a text, as far as they can be told from their form. */
const identifiersIn = (text: string, own: ReadonlySet<string>): Pick<Finding, 'kind' | 'excerpt'>[] => {
  const emails = (text.match(EMAIL) ?? []).flatMap((found) => normaliseEmail(found) ?? []);
  const phones = (text.match(PHONE) ?? []).flatMap((found) => normalisePhone(found) ?? []);
  return [
    ...emails
      .filter((email) => !own.has(email))
      .map((email) => ({ kind: 'email_of_another', excerpt: hideEmail(email) }) as const),
    ...phones
      .filter((phone) => !own.has(phone))
      .map((phone) => ({ kind: 'phone_of_another', excerpt: hidePhone(phone) }) as const),
    ...findIdentityCodes(text).map((code) => ({ kind: 'identity_code', excerpt: maskIdentityCodes(code) }) as const),
  ];
};

const textsIn = (value: JsonValue): string[] => {
  if (value === null || typeof value === 'boolean') return [];
  if (typeof value === 'object') return Object.values(value).flatMap((inner: JsonValue) => textsIn(inner));
  return [String(value)];
};

/** Dates and instants cannot hold an identifier, and file names are made by the connector. */
const READ_TYPES = ['text', 'json', 'number'];

const inspectRegister = (register: RegisterContent, owners: ReadonlySet<string>, own: ReadonlySet<string>): Finding[] =>
  register.collections.flatMap((collection) =>
    collection.rows.flatMap(({ owner, values }, row) => {
      const finding = (kind: FindingKind, excerpt: string, field: string | null): Finding => ({
        kind,
        stops: STOPS[kind],
        register: register.id,
        place: { collection: collection.id, row, field },
        excerpt,
      });
      const foreign = owners.has(`${owner.kind}:${normaliseIdentifier(owner.kind, owner.value)}`)
        ? []
        : [finding('foreign_row', '', null)];
      const read = collection.fields.filter(({ type }) => READ_TYPES.includes(type));
      const inside = read.flatMap(({ name }) =>
        textsIn(values[name] ?? null)
          .flatMap((text) => identifiersIn(text, own))
          .map(({ kind, excerpt }) => finding(kind, excerpt, name)),
      );
      return [...foreign, ...inside];
    }),
  );

/** Files of the package against the rows that name them: none too many, none too few. */
const inspectFiles = ({ registers, recordings }: GuardedContent): Finding[] => {
  const named = registers.flatMap((register) =>
    register.collections.flatMap(({ fields, rows }) =>
      rows.flatMap(({ values }) =>
        fields
          .filter(({ type }) => type === 'file')
          .map(({ name }) => values[name])
          .filter((name) => typeof name === 'string')
          .map((name) => `${register.id}/${name}`),
      ),
    ),
  );
  const present = recordings.map(({ register, name }) => `${register}/${name}`);
  const finding = (kind: FindingKind, path: string): Finding => {
    const [register = '', excerpt = ''] = path.split('/');
    return { kind, stops: STOPS[kind], register, place: null, excerpt };
  };
  return [
    ...present.filter((path) => !named.includes(path)).map((path) => finding('unlisted_file', path)),
    ...named.filter((path) => !present.includes(path)).map((path) => finding('missing_file', path)),
  ];
};

/**
 * Looks through what is about to leave for what may not be the subject's (GDPR art. 15(4)): rows that belong to somebody
 * else, files nobody named, identifiers of other people in free text. Any finding that `stops` keeps the package in.
 */
export const guardPackage = (content: GuardedContent): Finding[] => {
  const { registers, subject, impersonal } = content;
  const canonical = subject.map(({ kind, value }) => ({ kind, value: normaliseIdentifier(kind, value) }));
  const owners = new Set(canonical.map(({ kind, value }) => `${kind}:${value}`));
  const own = new Set(
    [
      ...canonical.map(({ value }) => value),
      ...impersonal.map((contact) => normaliseEmail(contact) ?? normalisePhone(contact)),
    ].filter((value) => value !== null),
  );
  return [...registers.flatMap((register) => inspectRegister(register, owners, own)), ...inspectFiles(content)];
};
