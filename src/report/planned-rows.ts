/** Rows of a plan, made of its columns: what their cells hold and how they look. */
import { CELL_TEXT_MAX_CHARS } from '../platform/limits';
import { NO_VAT } from '../texts/sheet-texts';
import type { Column } from './columns';
import {
  type CellValue,
  type Color,
  type ColumnKind,
  type HorizontalAlignment,
  type PlannedColumn,
  type PlannedRow,
  type RowStyle,
} from './SheetPlan';

type Columns = readonly PlannedColumn[];

/** What tells the looks of a sheet's lines apart. */
export interface LineLook {
  /** `''` where sums need not name it. */
  readonly currency: string;
  readonly fill: Color | null;
  /** Whether VAT of zero is an amount; else it is «нет». */
  readonly hasVat: boolean;
}

type CellStyle = readonly [format: string, alignment: HorizontalAlignment];

export const TEXT_FORMAT = '@';
const AMOUNT = '#,##0.00';
const BLACK: Color = '#000000';
/** The automatic format: a number as it is. */
const PLAIN: CellStyle = ['General', 'left'];

/** `currency` is `''` where amounts need not name it. */
export const moneyFormat = (currency: string): string =>
  currency === '' ? AMOUNT : `${AMOUNT} [$${currency}]`;

/** The cells of a line, by the kind of their column. */
export function cellStyles({ currency, hasVat }: LineLook): Readonly<Record<ColumnKind, CellStyle>> {
  const money = moneyFormat(currency);
  return {
    text: [TEXT_FORMAT, 'center'],
    wrapped: [TEXT_FORMAT, 'left'],
    mixed: [TEXT_FORMAT, 'left'],
    bar: [TEXT_FORMAT, 'left'],
    number: ['General', 'center'],
    amount: ['General', 'right'],
    whole: ['0', 'center'],
    money: [money, 'right'],
    // The word stands alone, since it is no amount of any currency.
    vat: hasVat ? [money, 'right'] : [`${money};-${money};"${NO_VAT}"`, 'center'],
    day: ['dd.mm.yyyy', 'center'],
    month: ['mm.yyyy', 'center'],
    note: PLAIN,
  };
}

/** A row whose cells differ in format and alignment only. */
function rowStyle(
  cells: readonly CellStyle[],
  fill: Color | null,
  weight: 'bold' | 'normal' = 'normal',
  color: Color = BLACK,
): RowStyle {
  return {
    formats: cells.map(([format]) => format),
    alignments: cells.map(([, alignment]) => alignment),
    fills: cells.map(() => fill),
    weights: cells.map(() => weight),
    colors: cells.map(() => color),
  };
}

const row = (values: readonly CellValue[], style: RowStyle): PlannedRow => ({
  values,
  style,
  link: null,
  endsGroup: false,
});

export function headerRow(columns: Columns, fill: Color): PlannedRow {
  // What people write there is kept from being parsed in another way.
  const cells = columns.map(({ kind }): CellStyle => [kind === 'note' ? PLAIN[0] : TEXT_FORMAT, 'center']);
  return row(
    columns.map(({ title }) => title),
    rowStyle(cells, fill, 'bold'),
  );
}

export const emptyRow = (columns: Columns): PlannedRow =>
  row(
    columns.map(() => null),
    rowStyle(
      columns.map(() => PLAIN),
      null,
    ),
  );

/**
 * @param shown its sums in the order of their columns
 * @param currency `''` where they need not name it
 */
export function totalRow(
  columns: Columns,
  shown: { readonly label: string; readonly sums: readonly number[] },
  currency: string,
  color?: Color,
): PlannedRow {
  const styles = { label: TEXT_FORMAT, sum: moneyFormat(currency) };
  const cells = columns.map(({ total }): CellStyle => (total === null ? PLAIN : [styles[total], 'right']));
  const ofSums = columns.filter(({ total }) => total === 'sum');
  return row(
    columns.map((column) =>
      column.total === 'label' ? shown.label : (shown.sums[ofSums.indexOf(column)] ?? null),
    ),
    rowStyle(cells, null, 'bold', color),
  );
}

/**
 * Makes the rows of the body. Those that look alike share one style.
 * @param portal where links lead, as a host with its port if it has one
 */
export function bodyRows<Line>(
  columns: readonly Column<Line>[],
  portal: string,
): (line: Line, look: LineLook, endsGroup?: boolean) => PlannedRow {
  const styles = new Map<string, RowStyle>();
  const styleOf = (line: Line, look: LineLook): RowStyle => {
    const currencies = columns.map(({ currency }) => currency?.(line) ?? null);
    const key = `${look.currency} ${look.fill ?? ''} ${look.hasVat} ${currencies.join(' ')}`;
    const known = styles.get(key);
    if (known !== undefined) return known;
    const ofKind = cellStyles(look);
    const cells = columns.map(({ kind }, index): CellStyle => {
      const currency = currencies[index] ?? null;
      return currency === null ? ofKind[kind] : [moneyFormat(currency), 'right'];
    });
    const plain = rowStyle(cells, look.fill);
    const fills = columns.map(({ kind }) => (kind === 'note' ? null : look.fill));
    const style = { ...plain, fills };
    styles.set(key, style);
    return style;
  };
  const linkOf = columns.find(({ link }) => link !== undefined)?.link;
  return (line, look, endsGroup = false) => {
    const path = linkOf?.(line) ?? null;
    return {
      values: columns.map(({ value }) => cellValue(value(line))),
      style: styleOf(line, look),
      link: path === null ? null : `https://${portal}${path}`,
      endsGroup,
    };
  };
}

/** The text itself if a cell can hold it, else its beginning and «…», together exactly as long as a cell can be. */
export function cutText(text: string): string {
  return text.length > CELL_TEXT_MAX_CHARS ? `${text.slice(0, CELL_TEXT_MAX_CHARS - 1)}…` : text;
}

export const cellValue = (value: CellValue): CellValue =>
  typeof value === 'string' ? cutText(value) || null : value;

/** The titles of the columns that would hold a text of one of the lines but for its length. */
export function cutColumns<Line>(
  columns: readonly Column<Line>[],
  lines: readonly Line[],
): readonly string[] {
  const isCut = (text: CellValue): boolean => typeof text === 'string' && cutText(text) !== text;
  return columns
    .filter((column) => lines.some((line) => isCut(column.value(line))))
    .map(({ title }) => title);
}
