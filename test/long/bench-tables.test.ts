import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** The cells of a Markdown table. */
const cellsOf = (table: string): readonly (readonly string[])[] =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split('|').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));

test('`npm run bench -- --tables N` tells what tables of N invoices cost, at first and once more', () => {
  const command = ['--import', 'tsx', path.resolve('cli/bench.ts'), '--tables', '300', '--markdown'];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const [header = [], , ...rows] = cellsOf(stdout);
  expect(header.slice(0, 3)).toEqual(['Tables into', 'Rows', 'Requests']);
  // 300 invoices are 6 pages of the list and its empty end, 6 requests of links, 30 of rows, 1 of requisites,
  // and one each of stages, pipelines, the types of fields and the profile.
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    ['.duckdb, anew', '1,500', '48'],
    ['.duckdb, nothing changed', '1,500', '13'],
    ['.parquet', '1,500', '48'],
  ]);
  for (const row of rows) {
    expect(row).toHaveLength(header.length);
    for (const cell of row.slice(1)) expect(cell).toMatch(/^[\d,]+(\.\d)?( ×)?$/);
  }
});
