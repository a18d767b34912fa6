/** A cell that begins so is a formula to spreadsheets; a tab or a line break in front does not keep them from it. */
const FORMULA = /^[=+\-@\t\r\n]/;

/** One value as RFC 4180 writes it. What a spreadsheet would run gets an apostrophe, because anybody can write anything. */
export const csvCell = (value: string): string => {
  const harmless = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

export const csvLine = (values: readonly string[]): string => `${values.map(csvCell).join(',')}\r\n`;

/** Tells spreadsheets that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\u{FEFF}';
