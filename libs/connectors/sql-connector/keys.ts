import { z } from 'zod';
import type { Catalogue } from './catalogue.js';
import type { Parameters } from './conditions.js';
import type { CollectionDefinition } from './definition.js';

const keyParts = z.array(z.string());

/** The rows with these keys, each the JSON text of its key columns' values (`["42"]`), as `traceSubject` gives them. */
export const keyCondition = (
  catalogue: Catalogue,
  collection: CollectionDefinition,
  keys: readonly string[],
  parameters: Parameters,
): string => {
  const parts = keys.map((key) => keyParts.parse(JSON.parse(key)));
  const columns = collection.key.map((name) => catalogue.column(collection, name));
  const arrays = collection.key.map((_, index) => `${parameters.add(parts.map((part) => part[index]))}::text[]`);
  const typed = collection.key.map((name, index) => `part${index}::${catalogue.type(collection, name)}`);
  const aliases = collection.key.map((_, index) => `part${index}`);
  return `(${columns.join(', ')}) IN (SELECT ${typed.join(', ')} FROM unnest(${arrays.join(', ')}) AS wanted(${aliases.join(', ')}))`;
};
