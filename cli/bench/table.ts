/** Tables for a terminal and for README.md. */

export interface Column<Row> {
  readonly title: string;
  readonly text: (row: Row) => string;
  readonly isText?: true;
  /** Bytes depend on the version of zlib; waits are told apart from time on a terminal only. */
  readonly terminalOnly?: true;
}

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

export const shown = (value: number): string => number.format(value);

/** Only what is the same on every machine. */
export function markdownTable<Row>(allColumns: readonly Column<Row>[], rows: readonly Row[]): string {
  const columns = allColumns.filter(({ terminalOnly }) => terminalOnly !== true);
  const lines = [
    columns.map(({ title }) => title),
    columns.map(({ isText }) => (isText === true ? '---' : '---:')),
    ...rows.map((row) => columns.map(({ text }) => text(row))),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function terminalTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ text }) => text(row))),
  ];
  const widths = columns.map((_, index) => Math.max(...lines.map((cells) => cells[index]?.length ?? 0)));
  const padded = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  return lines.map(padded).join('\n');
}
