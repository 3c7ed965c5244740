import { stringify } from "csv-stringify/sync";

/**
 * A table for people's spreadsheets: a byte order mark so that accents survive, semicolons because French spreadsheets
 * expect them, and no cell that a spreadsheet would compute, whoever wrote it.
 */
export function writeTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([headers, ...rows], {
    bom: true,
    delimiter: ";",
    record_delimiter: "windows",
    escape_formulas: true,
    quoted: true, // or a lone carriage return would begin a new row, and a new formula
    cast: { string: (cell) => cell.replaceAll("\0", "") },
  });
}
