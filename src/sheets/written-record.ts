/** What a write leaves with its sheet: how the table was made, and where. */
import type { SheetKind } from '../domain/sheet-kind';
import type { SheetPlan } from '../report/SheetPlan';
import { type AlteredText, fingerprintOf } from './altered-texts';
import { markColumns, sameAnchor, setAnchor } from './anchor';
import { lastPlannedRow, type PlacedTable } from './area';
import { lookFingerprint } from './cell-formats';
import { layoutWith } from './column-widths';
import type { PreparedSheet } from './prepare-sheet';
import { placesWith } from './note-places';
import { noteColumnsOf } from './read-notes';
import type { ReportSheet } from './ReportSheets';
import { lookedAt, seenLook } from './seen-look';
import { encodeRecord, type SheetRecord } from './sheet-record';
import type { Sheet, Workbook } from '../platform/spreadsheet';

/** A sheet that has been written. */
interface WrittenSheet {
  readonly prepared: PreparedSheet;
  readonly report: ReportSheet;
}

/**
 * Leaves with each sheet what was written. All is read before anything is set.
 * @returns the records as they stand there now
 */
export function keepWritten(
  workbook: Workbook,
  written: readonly WrittenSheet[],
  altered: ReadonlyMap<SheetKind, readonly AlteredText[]>,
): ReadonlyMap<SheetKind, SheetRecord> {
  const kept = written.map(({ prepared, report }) => {
    const record = recordOf(report, prepared, altered.get(prepared.plan.sheet));
    return { prepared, report, record };
  });
  for (const { prepared, report, record } of kept) {
    keepPlace(workbook, report.sheet, prepared);
    const [before, now] = [report.metadata.getValue(), encodeRecord(record)];
    if (now !== before) report.metadata.setValue(now);
  }
  return new Map(kept.map(({ prepared, record }) => [prepared.plan.sheet, record]));
}

/** From here on the table is as long as it was written. */
function keepPlace(workbook: Workbook, sheet: Sheet, prepared: PreparedSheet): void {
  const { plan, origin, ownedLastRow, located, surplusColumns } = prepared;
  const table = tableOf(sheet, prepared);
  const lastRow = lastPlannedRow(plan, origin);
  if (ownedLastRow > lastRow || surplusColumns > 0) setAnchor(workbook, table, plan.sheet, lastRow);
  if (located === null || located.marksColumns) markColumns(table);
}

/** What is kept with the sheet of what was written, and of how it reads. */
const recordOf = (
  { record, sheet }: ReportSheet,
  prepared: PreparedSheet,
  altered: readonly AlteredText[] = [],
): SheetRecord => {
  const { plan } = prepared;
  return {
    kind: plan.sheet,
    sheetId: record.sheetId,
    name: sheet.getName(),
    look: lookFingerprint(plan),
    seen: seenLook(lookedAt(tableOf(sheet, prepared), plan)),
    layout: layoutWith(prepared.widths, record.layout),
    further: furtherOf(plan),
    ...notesOf(prepared),
    ...chartsAfter(record, prepared),
    altered: fingerprintOf(altered),
  };
};

/** Where rows or columns have come into the table or gone from it, charts may no longer show what they were given. */
function chartsAfter({ charts }: SheetRecord, prepared: PreparedSheet): Pick<SheetRecord, 'charts'> {
  if (charts === undefined) return {};
  if (isAsItWas(prepared)) return { charts };
  const shaken = Object.entries(charts).map(([key, chart]) => [key, { ...chart, isShaken: true }] as const);
  return { charts: Object.fromEntries(shaken) };
}

const isAsItWas = ({ plan, origin, located }: PreparedSheet): boolean =>
  sameAnchor(located?.anchor ?? null, { origin, width: plan.columns.length }, lastPlannedRow(plan, origin));

function notesOf({ plan, notes }: PreparedSheet): Pick<SheetRecord, 'notes'> {
  const columns = noteColumnsOf(plan);
  return notes === null || columns.count === 0 ? {} : { notes: { ...columns, stamp: notes.kept.stamp } };
}

const furtherOf = ({ columns, fixedColumns }: SheetPlan): readonly string[] =>
  columns.slice(fixedColumns).map(({ title }) => title);

/**
 * A write that is cut short leaves the columns of before, of now, or some of both: the report owns the longer row, and the
 * people's columns are in either place.
 */
export function keepColumns({ record, metadata }: ReportSheet, prepared: PreparedSheet): void {
  const { plan, located } = prepared;
  const planned = furtherOf(plan);
  const further = planned.length > record.further.length ? planned : record.further;
  const all = new Set([...(record.titles ?? []), ...record.further, ...planned]);
  const titles = [...all].filter((title) => !further.includes(title));
  const kept = {
    ...{ ...record, further },
    ...(titles.length > 0 ? { titles } : {}),
    ...placesWith(record, plan, located?.values[0] ?? []),
    ...chartsAfter(record, prepared),
  };
  const [before, now] = [encodeRecord(record), encodeRecord(kept)];
  if (now !== before) metadata.setValue(now);
}

/** The table as it is about to be written. */
export const tableOf = (sheet: Sheet, { plan, origin }: PreparedSheet): PlacedTable => ({
  sheet,
  origin,
  width: plan.columns.length,
});
