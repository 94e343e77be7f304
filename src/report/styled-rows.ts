/** Rows of sheets whose lines are of several sorts: each says how it differs from what its columns hold. */
import { cellStyles, cellValue, type LineLook } from './planned-rows';
import {
  FONT_SIZE,
  type CellValue,
  type Color,
  type HorizontalAlignment,
  type PlannedColumn,
  type PlannedRow,
  type RowStyle,
} from './SheetPlan';

interface CellLook {
  readonly format?: string;
  readonly alignment?: HorizontalAlignment;
  readonly fill?: Color | null;
  readonly weight?: 'bold';
  readonly color?: Color;
  /** Points. */
  readonly size?: number;
}

export interface RowLook extends LineLook {
  readonly weight?: 'bold';
  /** Where single cells look otherwise, by the place of their column. */
  readonly cells?: readonly (readonly [place: number, CellLook])[];
}

/** Of a line that only its currency tells from others. */
export const plainLook = (currency: string): RowLook => ({ currency, fill: null, hasVat: true });

const BLACK: Color = '#000000';

/** Makes the rows of one sheet. Those that look alike share one style. */
export function styledRows(
  columns: readonly PlannedColumn[],
): (
  values: readonly CellValue[],
  look: RowLook,
  more?: Partial<Pick<PlannedRow, 'link' | 'endsGroup'>>,
) => PlannedRow {
  const styles = new Map<string, RowStyle>();
  const styleOf = (look: RowLook): RowStyle => {
    const key = JSON.stringify(look);
    const style = styles.get(key) ?? rowStyle(columns, look);
    styles.set(key, style);
    return style;
  };
  return (values, look, { link = null, endsGroup = false } = {}) => ({
    ...{ values: values.map(cellValue), style: styleOf(look), link, endsGroup },
  });
}

function rowStyle(columns: readonly PlannedColumn[], look: RowLook): RowStyle {
  const ofKind = cellStyles(look);
  const cells = columns.map(({ kind }, index) => {
    const [format, alignment] = ofKind[kind];
    const own = { format, alignment, fill: look.fill, weight: look.weight ?? ('normal' as const) };
    return { ...own, color: BLACK, size: FONT_SIZE, ...look.cells?.find(([place]) => place === index)?.[1] };
  });
  const isSized = cells.some(({ size }) => size !== FONT_SIZE);
  return {
    formats: cells.map(({ format }) => format),
    alignments: cells.map(({ alignment }) => alignment),
    fills: cells.map(({ fill }) => fill),
    weights: cells.map(({ weight }) => weight),
    colors: cells.map(({ color }) => color),
    ...(isSized ? { sizes: cells.map(({ size }) => size) } : {}),
  };
}
