import type { CollectedCollection, CollectedField, CollectedRow } from '#connectors/connector';
import type { IndexContent } from './package-index-content.js';
import { readableValue } from './package-value.js';

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
export const CollectionTable = ({ collection: { fields, rows }, id, content }: CollectionProps) => {
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
