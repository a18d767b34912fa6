import { createHash } from 'node:crypto';
import type { JsonValue, RegisterContent } from '#connectors/connector';
import type { Language } from '#domain/language';
import type { CivilDate } from '#domain/time-source';
import type { PackageTexts, RegisterFacts } from './package-index-content.js';
import { renderIndex } from './package-index.js';
import { maskIdentityCodes, maskRegister } from './package-masking.js';

/** A file that a register's row names, with its bytes. */
export interface PackageRecording {
  readonly register: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export interface PackageContent {
  readonly reference: string;
  readonly language: Language;
  readonly controllerName: string;
  /** The day the registers were asked, in the controller's time zone: what came later is not in the package. */
  readonly collectedOn: CivilDate;
  /** IANA name of the controller's zone, in which instants are written. */
  readonly timeZone: string;
  /** The decision letter as a complete page. */
  readonly letterHtml: string;
  readonly registers: readonly RegisterContent[];
  readonly recordings: readonly PackageRecording[];
  /** What the record of processing says about each register (purpose, source, recipients, period), by register id. */
  readonly facts: RegisterFacts;
  /** In the person's language. */
  readonly texts: PackageTexts;
}

export interface PackageFile {
  /** Relative, with `/`, made of ids only. */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Hexadecimal. */
  readonly sha256: string;
}

const SAFE_PATH = /^([a-z0-9][a-z0-9-]*\/)*[a-z0-9][a-z0-9-]*\.[a-z0-9]{1,8}$/;

const packageFile = (path: string, mediaType: string, content: string | Uint8Array): PackageFile => {
  if (!SAFE_PATH.test(path)) throw new Error('A path in the package would not be made of ids.');
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { path, mediaType, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const recordingPath = (register: string, name: string): string => `recordings/${register}/${name}`;

/** The register with file names replaced by their paths in the package, or by null where the file is left out. */
const withPaths = (register: RegisterContent, paths: ReadonlySet<string>): RegisterContent => ({
  ...register,
  collections: register.collections.map((collection) => {
    const files = new Set(collection.fields.filter(({ type }) => type === 'file').map(({ name }) => name));
    const pathOf = (value: JsonValue): JsonValue => {
      const path = typeof value === 'string' ? recordingPath(register.id, value) : '';
      return paths.has(path) ? path : null;
    };
    const rows = collection.rows.map(({ owner, values }) => ({
      owner,
      values: Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, files.has(name) ? pathOf(value) : value]),
      ),
    }));
    return { ...collection, rows };
  }),
});

/** What a machine reads (GDPR art. 20): labels in the person's language, values as the register has them. */
const machineReadable = (content: PackageContent, register: RegisterContent): string => {
  const { reference, controllerName, collectedOn, language } = content;
  return json({
    reference,
    controller: controllerName,
    collectedOn,
    register: register.id,
    name: register.name[language],
    collections: register.collections.map(({ id, name, fields, rows }) => ({
      id,
      name: name[language],
      fields: fields.map((field) => ({ name: field.name, label: field.label[language], type: field.type })),
      rows: rows.map(({ values }) => values),
    })),
  });
};

/**
 * The files of an answer to an access or portability request: a page to read, one JSON per register, the recordings and
 * a manifest with the hash of each file. Personal identity codes are masked throughout (Data Protection Act s. 29(4)).
 */
export const buildPackage = (content: PackageContent): PackageFile[] => {
  const { reference, controllerName, collectedOn, letterHtml, recordings } = content;
  const recorded = recordings.map(({ register, name, mediaType, bytes }) =>
    packageFile(recordingPath(register, name), mediaType, bytes),
  );
  const paths = new Set(recorded.map(({ path }) => path));
  const registers = content.registers.map((register) => maskRegister(withPaths(register, paths)));
  const files = [
    packageFile('index.html', 'text/html; charset=utf-8', renderIndex({ ...content, registers })),
    packageFile('letter.html', 'text/html; charset=utf-8', maskIdentityCodes(letterHtml)),
    ...registers.map((register) =>
      packageFile(`register/${register.id}.json`, 'application/json', machineReadable(content, register)),
    ),
    ...recorded,
  ];
  const listed = files.map(({ path, mediaType, bytes, sha256 }) => ({ path, mediaType, bytes: bytes.length, sha256 }));
  const manifest = json({ reference, controller: controllerName, collectedOn, files: listed });
  return [...files, packageFile('manifest.json', 'application/json', manifest)];
};
