/** A planned sheet as a picture: what a writer makes of it, without writing. */
import { dayNumber } from '../../../src/domain/calendar-day';
import type { IsoDate } from '../../../src/domain/ids';
import type { CellValue, ColumnKind, PlannedRow, RowSpan, SheetPlan } from '../../../src/report/SheetPlan';
import { at, type CellPicture, type SheetPicture } from '../../oracle/picture';

const HEADER_ROW = 2;
const FIRST_COLUMN = 2;
const DAY = 86_400_000;
const NUMBER_OF_1970 = dayNumber('1970-01-01' as IsoDate);

/** `face`: the line over the table, which no plan has. */
export function pictureOf(plan: SheetPlan, face: string): SheetPicture {
  const { columns, header, body, footer } = plan;
  const rows = [header, ...body, ...footer];
  const cells = new Map(
    rows.flatMap((row, index) =>
      columns.map((_, column): [string, CellPicture] => [
        at(HEADER_ROW + index, FIRST_COLUMN + column),
        cellOf(plan, row, column, index),
      ]),
    ),
  );
  const grey = { format: '@', fill: null, color: '#5F6368', bold: false, horizontal: 'left', wrap: false };
  const shown = { ...grey, plain: true, link: null, hasNote: false };
  cells.set(at(HEADER_ROW - 1, FIRST_COLUMN), { value: `text ${face}`, ...shown });
  return {
    ...{ cells, under: linesUnder(plan), right: linesRight(plan) },
    widths: [20, ...columns.map(({ width }) => width)],
    ...{ frozenRows: HEADER_ROW, frozenColumns: 0 },
  };
}

function cellOf({ columns, body }: SheetPlan, row: PlannedRow, column: number, index: number): CellPicture {
  const { values, style, link } = row;
  const { kind = 'text', hasLinks = false } = columns[column] ?? {};
  const isOfBody = index > 0 && index <= body.length;
  const fill = style.fills[column] ?? null;
  return {
    value: valueOf(values[column] ?? null, isOfBody ? kind : 'text'),
    format: style.formats[column] ?? '',
    fill: fill === null ? null : fill.toUpperCase(),
    bold: style.weights[column] === 'bold',
    size: style.sizes?.[column] ?? 10,
    color: style.colors[column]?.toUpperCase() ?? '',
    horizontal: style.alignments[column] ?? null,
    wrap: index === 0 || (isOfBody && (kind === 'wrapped' || kind === 'mixed')),
    plain: true,
    link: hasLinks ? link : null,
    hasNote: index === 0 && column === 0,
  };
}

function valueOf(value: CellValue, kind: ColumnKind): string {
  if (value === null) return 'empty';
  if (typeof value !== 'number') return `text ${String(value)}`;
  if (kind !== 'day' && kind !== 'month') return `number ${value}`;
  return `day ${new Date((value - NUMBER_OF_1970) * DAY).toISOString().slice(0, 10)}`;
}

/** Rows of the table with a medium line round them, by the first and the last one. */
function outlined({ body, blocks }: SheetPlan): readonly RowSpan[] {
  if (blocks !== undefined) return blocks;
  const ends = body.flatMap(({ endsGroup }, index) =>
    endsGroup || index === body.length - 1 ? [index + 1] : [],
  );
  return [0, ...ends].map((to, index, all) => ({ from: index === 0 ? 0 : (all[index - 1] ?? 0) + 1, to }));
}

function linesUnder(plan: SheetPlan): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  const under = (row: number, line: string): void =>
    plan.columns.forEach((_, column) => lines.set(at(HEADER_ROW + row, FIRST_COLUMN + column), line));
  for (const { from, to } of outlined(plan)) {
    under(from - 1, 'medium');
    for (let row = from; row < to; row += 1) under(row, 'thin');
    under(to, 'medium');
  }
  return lines;
}

function linesRight(plan: SheetPlan): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  const { length } = plan.columns;
  for (const { from, to } of outlined(plan))
    for (let row = from; row <= to; row += 1)
      for (let column = 0; column <= length; column += 1)
        lines.set(
          at(HEADER_ROW + row, FIRST_COLUMN - 1 + column),
          column === 0 || column === length ? 'medium' : 'thin',
        );
  return lines;
}
