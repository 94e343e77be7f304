/** How a sheet looks, in terms that an expectation and a file that was read have in common. */

/** `text …`, `number …`, `day YYYY-MM-DD`, `formula …` or `empty`: equal only with the same type. */
export type ShownValue = string;

export interface CellPicture {
  readonly value: ShownValue;
  /** A number format; left out where the contract leaves it open. */
  readonly format?: string;
  /** `#RRGGBB`, null for none or white. */
  readonly fill: string | null;
  readonly bold?: boolean;
  /** Points. */
  readonly size?: number;
  readonly color?: string;
  readonly horizontal?: string | null;
  readonly wrap?: boolean;
  readonly plain?: boolean;
  readonly link: string | null;
  readonly hasNote: boolean;
}

export interface SheetPicture {
  /** By `row:column`, both from 1; cells that are not there are empty. */
  readonly cells: ReadonlyMap<string, CellPicture>;
  /** Lines under the cell of that `row:column`; row 0 is above the sheet. All black. */
  readonly under: ReadonlyMap<string, string>;
  /** Lines right of the cell of that `row:column`. */
  readonly right: ReadonlyMap<string, string>;
  /** Pixels of the columns from A on. */
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
}

export const at = (row: number, column: number): string => `${row}:${column}`;

export const EMPTY_CELL: CellPicture = { value: 'empty', fill: null, link: null, hasNote: false };

/** What `found` has other than `expected`, cell by cell, in words; nothing where both are the same. */
export function differences(expected: SheetPicture, found: SheetPicture): string[] {
  const keys = new Set([...expected.cells.keys(), ...found.cells.keys()]);
  return [
    ...[...keys].flatMap((key) => cellDifferences(key, expected.cells.get(key), found.cells.get(key))),
    ...mapDifferences('line under', expected.under, found.under),
    ...mapDifferences('line right of', expected.right, found.right),
    ...difference('widths', expected.widths, found.widths.slice(0, expected.widths.length)),
    ...difference('frozen rows', expected.frozenRows, found.frozenRows),
    ...difference('frozen columns', expected.frozenColumns, found.frozenColumns),
  ];
}

function cellDifferences(
  key: string,
  expected: CellPicture = EMPTY_CELL,
  found: CellPicture = EMPTY_CELL,
): string[] {
  return Object.entries(expected).flatMap(([aspect, value]) =>
    difference(`${key} ${aspect}`, value, found[aspect as keyof CellPicture]),
  );
}

function mapDifferences(
  what: string,
  expected: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): string[] {
  const keys = new Set([...expected.keys(), ...found.keys()]);
  return [...keys].flatMap((key) => difference(`${what} ${key}`, expected.get(key), found.get(key)));
}

function difference(what: string, expected: unknown, found: unknown): string[] {
  const [wanted, had] = [JSON.stringify(expected), JSON.stringify(found)];
  return wanted === had ? [] : [`${what}: expected ${wanted}, found ${had}`];
}
