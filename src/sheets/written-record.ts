/** What a write leaves with its sheet: how the table was made, and where. */
import type { SheetPlan } from '../report/SheetPlan';
import { type AlteredText, fingerprintOf } from './altered-texts';
import type { PlacedTable } from './area';
import { lookFingerprint } from './cell-formats';
import { layoutWith } from './column-widths';
import type { PreparedSheet } from './prepare-sheet';
import { placesWith } from './note-places';
import { noteColumnsOf } from './read-notes';
import type { ReportSheet } from './ReportSheets';
import { lookedAt, seenLook } from './seen-look';
import { encodeRecord, type SheetRecord } from './sheet-record';
import type { Sheet } from '../platform/spreadsheet';

/** What is kept with the sheet of what was written, and of how it reads. */
export const recordOf = (
  { record: { sheetId, layout }, sheet }: ReportSheet,
  prepared: PreparedSheet,
  altered: readonly AlteredText[] = [],
): string => {
  const { plan } = prepared;
  return encodeRecord({
    kind: plan.sheet,
    sheetId,
    name: sheet.getName(),
    look: lookFingerprint(plan),
    seen: seenLook(lookedAt(tableOf(sheet, prepared), plan)),
    layout: layoutWith(prepared.widths, layout),
    further: furtherOf(plan),
    ...notesOf(prepared),
    altered: fingerprintOf(altered),
  });
};

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
export function keepColumns({ record, metadata }: ReportSheet, { plan, located }: PreparedSheet): void {
  const further = furtherOf(plan);
  const kept = {
    ...record,
    ...(further.length > record.further.length ? { further } : {}),
    ...placesWith(record, plan, located?.values[0] ?? []),
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
