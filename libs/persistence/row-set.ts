/** PostgreSQL types by column. */
type Types = Readonly<Record<string, string>>;

/** Rows that are handed to a statement as parallel arrays, one for each column, and read there as a table. */
export interface RowSet<Row extends object> {
  /** `unnest(…) as alias (…)`, of placeholders that `valuesOf` fills. */
  readonly sql: string;
  readonly columns: readonly (keyof Row & string)[];
  valuesOf(rows: readonly Row[]): Record<string, unknown[]>;
}

export const rowSet = <Row extends object>(alias: string, types: Types & Record<keyof Row, string>): RowSet<Row> => {
  const columns = Object.keys(types) as (keyof Row & string)[];
  const placeholder = (column: string) => `${alias}_${column}`;
  return {
    sql: `unnest(${columns.map((column) => `@${placeholder(column)}::${types[column]}[]`).join(', ')}) as ${alias} (${columns.join(', ')})`,
    columns,
    valuesOf: (rows) =>
      Object.fromEntries(columns.map((column) => [placeholder(column), rows.map((row) => row[column])])),
  };
};
