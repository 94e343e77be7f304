/** Looks of cells in the terms of an `.xlsx` file. Equal looks are one object, which keeps big files writable. */
import type { Border, Borders as ExcelBorders, BorderStyle, Font, Style } from '@protobi/exceljs';
import { LIMITS } from '../limits';
import type { Cell, TextRun } from './cell';
import { lookOf } from './rich-text';
import type { Borders } from './sheet-parts';
import type { BorderStyleName, CellStyle, Edge } from './StyleTable';

const borderStyles: Readonly<Record<BorderStyleName, BorderStyle>> = {
  DOTTED: 'dotted',
  DASHED: 'dashed',
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOUBLE: 'double',
};

export class WorkbookStyles {
  private readonly known = new Map<CellStyle, Map<string, Partial<Style>>>();

  /** `borders` are the lines round the cell, those shared with neighbours included. */
  of(cell: Cell, borders: Borders): Partial<Style> {
    const variants = this.known.get(cell.style) ?? new Map<string, Partial<Style>>();
    this.known.set(cell.style, variants);
    const [run] = cell.runs;
    const look = run ? JSON.stringify([run.style, run.link !== null]) : '';
    const key = [edgeKey(borders.top), edgeKey(borders.left), look].join('|');
    const known = variants.get(key);
    if (known) return known;
    const made = styleOf(cell, borders);
    variants.set(key, made);
    return made;
  }
}

const edgeKey = (edge: Edge | null): string => (edge ? `${edge.style} ${edge.color}` : '');

/** `#rrggbb` → opaque ARGB. */
const argb = (color: string): { argb: string } => ({ argb: `FF${color.slice(1).toUpperCase()}` });

export function fontOf(cell: Cell, run: TextRun | undefined): Partial<Font> {
  const look = lookOf(cell, run);
  return {
    name: look.fontFamily ?? LIMITS.fontFamily,
    size: look.fontSize,
    color: argb(look.color),
    bold: look.bold,
    italic: look.italic,
    underline: look.underline,
    strike: look.strikethrough,
  };
}

function styleOf(cell: Cell, borders: Borders): Partial<Style> {
  const { style } = cell;
  const border = bordersOf(borders);
  return {
    font: fontOf(cell, cell.runs[0]),
    alignment: alignmentOf(style),
    ...(border ? { border } : {}),
    ...(style.numberFormat === null ? {} : { numFmt: style.numberFormat.replace(/am\/pm/gi, 'AM/PM') }),
    ...(style.background === null
      ? {}
      : { fill: { type: 'pattern', pattern: 'solid', fgColor: argb(style.background) } }),
  };
}

function alignmentOf({
  horizontalAlignment,
  verticalAlignment,
  wrap,
}: CellStyle): NonNullable<Style['alignment']> {
  const alignment = { vertical: verticalAlignment, wrapText: wrap === 'WRAP' };
  if (horizontalAlignment === null || horizontalAlignment === 'normal') return alignment;
  return { ...alignment, horizontal: horizontalAlignment };
}

function bordersOf({ top, left, bottom, right }: Borders): Partial<ExcelBorders> | null {
  const sides = { top, left, bottom, right };
  const drawn = Object.entries(sides).filter((side): side is [string, Edge] => side[1] !== null);
  if (drawn.length === 0) return null;
  const line = ({ style, color }: Edge): Partial<Border> => ({
    style: borderStyles[style],
    color: argb(color),
  });
  return Object.fromEntries(drawn.map(([side, edge]) => [side, line(edge)]));
}
