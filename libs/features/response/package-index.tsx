import { createHash } from 'node:crypto';
import { renderToStaticMarkup } from 'react-dom/server';
import type { CollectedCollection, CollectedField, CollectedRow, RegisterContent } from '#connectors/connector';
import type { Language } from '#domain/language';
import type { CivilDate } from '#domain/time-source';
import { formatDate } from '#texts/dates';
import { readableValue, type ValueWords } from './package-value.js';

/** Every word of the page that is not data, in the person's language. */
export interface PackageTexts extends ValueWords {
  readonly title: string;
  readonly introduction: string;
  readonly skipToContent: string;
  readonly reference: string;
  readonly controller: string;
  readonly collectedOn: string;
  readonly contents: string;
  readonly letter: string;
  readonly nothingHeld: string;
  /** Link to the same data for machines. */
  readonly machineReadable: string;
  /** Before the name of a recording: label of the player. */
  readonly listen: string;
  readonly download: string;
  /** In place of a recording that was left out. */
  readonly fileLeftOut: string;
  /** Link to the list of files with their hashes. */
  readonly manifest: string;
}

export type RegisterFacts = Readonly<
  Record<string, readonly { readonly term: string; readonly text: string }[] | undefined>
>;

export interface IndexContent {
  readonly reference: string;
  readonly language: Language;
  readonly controllerName: string;
  readonly collectedOn: CivilDate;
  readonly timeZone: string;
  /** File values are paths in the package, or null where the file was left out. */
  readonly registers: readonly RegisterContent[];
  readonly facts: RegisterFacts;
  readonly texts: PackageTexts;
}

/** Free of quotes, `<`, `>` and `&`, which would be escaped and then differ from the hash in the policy. */
const STYLE = [
  'body{margin:0;background:#fff;color:#1a1a1a;font:1rem/1.5 system-ui,sans-serif}',
  'main,header{max-width:72rem;margin:0 auto;padding:1rem 1.5rem}',
  'h1{font-size:1.6rem;line-height:1.25}h2{font-size:1.3rem;margin-top:2.5rem}h3{font-size:1.1rem;margin-top:1.75rem}',
  'a{color:#0b4f6c}a:focus-visible{outline:3px solid #0b4f6c;outline-offset:2px}',
  '.skip{position:absolute;left:-100vw}.skip:focus{position:static}',
  'dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.5rem}dt{font-weight:600}dd{margin:0}',
  'table{border-collapse:collapse}',
  'th,td{border:1px solid #767676;padding:.4rem .6rem;text-align:start;vertical-align:top;white-space:pre-wrap;overflow-wrap:anywhere}',
  'th{background:#f1f3f5}td{min-width:5rem}audio{display:block;max-width:16rem}',
  '@media (max-width:40rem){dl{grid-template-columns:1fr}dd{margin-bottom:.5rem}}',
  '@media print{main,header{max-width:none;padding:0}h2,h3{break-after:avoid}.skip,audio{display:none}}',
].join('');

/** Opened from a folder, the page may run nothing and load nothing but the recordings beside it. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "media-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A player without captions: what was said in a recorded call is written down nowhere, and the file itself is the copy. */
const Player = 'audio';

interface CellProps {
  readonly field: CollectedField;
  readonly row: CollectedRow;
  readonly content: IndexContent;
}

const Cell = ({ field, row, content: { language, timeZone, texts } }: CellProps) => {
  const value = row.values[field.name] ?? null;
  if (field.type !== 'file') return <td>{readableValue(value, field.type, language, timeZone, texts)}</td>;
  if (typeof value !== 'string') return <td>{texts.fileLeftOut}</td>;
  const name = value.slice(value.lastIndexOf('/') + 1);
  return (
    <td>
      <Player controls preload="none" src={value} aria-label={`${texts.listen} ${name}`} />
      <a href={value} download>
        {texts.download} {name}
      </a>
    </td>
  );
};

interface CollectionProps {
  readonly collection: CollectedCollection;
  readonly id: string;
  readonly content: IndexContent;
}

/** One row reads best downwards, several side by side. */
const CollectionTable = ({ collection: { fields, rows }, id, content }: CollectionProps) => {
  const [only, ...more] = rows;
  const { language, texts } = content;
  if (only === undefined) return <p>{texts.nothingHeld}</p>;
  if (more.length === 0)
    return (
      <table aria-labelledby={id}>
        <tbody>
          {fields.map((field) => (
            <tr key={field.name}>
              <th scope="row">{field.label[language]}</th>
              <Cell field={field} row={only} content={content} />
            </tr>
          ))}
        </tbody>
      </table>
    );
  return (
    <table aria-labelledby={id}>
      <thead>
        <tr>
          {fields.map((field) => (
            <th key={field.name} scope="col">
              {field.label[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={place}>
            {fields.map((field) => (
              <Cell key={field.name} field={field} row={row} content={content} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Register = ({ register, content }: { readonly register: RegisterContent; readonly content: IndexContent }) => {
  const { language, texts, facts } = content;
  const known = facts[register.id] ?? [];
  return (
    <section aria-labelledby={register.id}>
      <h2 id={register.id}>{register.name[language]}</h2>
      {known.length > 0 && (
        <dl>
          {known.map(({ term, text }) => (
            <Fact key={term} term={term} text={text} />
          ))}
        </dl>
      )}
      {register.collections.map((collection) => {
        const id = `${register.id}.${collection.id}`;
        return (
          <section key={id} aria-labelledby={id}>
            <h3 id={id}>{collection.name[language]}</h3>
            <CollectionTable collection={collection} id={id} content={content} />
          </section>
        );
      })}
      <p>
        <a href={`register/${register.id}.json`}>
          {texts.machineReadable}: {register.name[language]}
        </a>
      </p>
    </section>
  );
};

const Fact = ({ term, text }: { readonly term: string; readonly text: string }) => (
  <>
    <dt>{term}</dt>
    <dd>{text}</dd>
  </>
);

const Page = (content: IndexContent) => {
  const { language, texts, registers, reference, controllerName, collectedOn } = content;
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${texts.title} ${reference}`}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <header>
          <a className="skip" href="#content">
            {texts.skipToContent}
          </a>
          <h1>{texts.title}</h1>
          <p>{texts.introduction}</p>
          <dl>
            <Fact term={texts.reference} text={reference} />
            <Fact term={texts.controller} text={controllerName} />
            <Fact term={texts.collectedOn} text={formatDate(collectedOn, language, 'numeric')} />
          </dl>
          <nav aria-label={texts.contents}>
            <ul>
              <li>
                <a href="letter.html">{texts.letter}</a>
              </li>
              {registers.map(({ id, name }) => (
                <li key={id}>
                  <a href={`#${id}`}>{name[language]}</a>
                </li>
              ))}
              <li>
                <a href="manifest.json">{texts.manifest}</a>
              </li>
            </ul>
          </nav>
        </header>
        <main id="content">
          {registers.map((register) => (
            <Register key={register.id} register={register} content={content} />
          ))}
        </main>
      </body>
    </html>
  );
};

/** The page of the package that people read: static, escaped by React, and it works without anything else installed. */
export const renderIndex = (content: IndexContent): string =>
  `<!doctype html>${renderToStaticMarkup(<Page {...content} />)}\n`;
