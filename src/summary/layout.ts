/** Where the blocks of «Сводка» are: each has a place of its own, so that nothing beside or below it ever moves. */

/** In the order of the sheet; heights in rows, the title's among them. One empty row stands before each. */
const HEIGHTS = { months: 13, ages: 7, buyers: 12, stages: 13, currencies: 6 } as const;

export type BlockName = keyof typeof HEIGHTS;

export const BLOCK_NAMES = Object.keys(HEIGHTS) as readonly BlockName[];

/** Title and value of each of the report's own figures. */
const ROWS_ON_TOP = 2;

/** The row of a block's title in the table, whose header is row 0. */
export const firstRowOf = (name: BlockName): number =>
  BLOCK_NAMES.slice(0, BLOCK_NAMES.indexOf(name)).reduce(
    (row, before) => row + HEIGHTS[before] + 1,
    ROWS_ON_TOP + 1,
  );

/** The table's last row. */
export const LAST_ROW = firstRowOf('currencies') + HEIGHTS.currencies - 1;
