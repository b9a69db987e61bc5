/** What a spreadsheet would take for a formula when it opens a CSV. */
const live = /^[=+\-@\t\r]/;

/**
 * One line of a CSV. A text that a spreadsheet would compute gets the apostrophe that makes it text; numbers such as −5 stay what
 * they are.
 */
export function csvLine(cells: readonly string[], separator = ','): string {
  return cells.map((cell) => quoted(live.test(cell) && !isNumber(cell) ? `'${cell}` : cell, separator)).join(separator);
}

function isNumber(cell: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(cell);
}

function quoted(cell: string, separator: string): string {
  return /["\r\n]/.test(cell) || cell.includes(separator) || cell !== cell.trim()
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;
}
