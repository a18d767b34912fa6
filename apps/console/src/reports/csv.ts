export type Cell = string | number | null;

/** A table as it is shown, drawn beside its chart and saved as CSV. */
export interface TableData {
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Cell[])[];
}

/** A text that a spreadsheet would run as a formula gets an apostrophe; every text is quoted. */
const cellText = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  return `"${harmless.replaceAll('"', '""')}"`;
};

/** RFC 4180, with a byte order mark so that spreadsheets read the letters of Finnish and Swedish right. */
export const csvOf = ({ head, rows }: TableData): string =>
  `\u{FEFF}${[head, ...rows].map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;

/** Saves a table through the browser; nothing goes to the server. */
export const saveCsv = (table: TableData, name: string): void => {
  const address = URL.createObjectURL(new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
};
