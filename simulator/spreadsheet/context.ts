/** What the services of one execution share: the spreadsheet, the gate and the ways from data to service objects. */
import type { Gate } from '../service';
import type { ServiceClass } from '../service-objects';
import { takesOn } from '../signature';
import { checkArea, intersect, toA1 } from './area';
import type { RunStyle } from './cell';
import type { ChartClasses } from './chart-classes';
import { checkEditable, checkSheetEditable } from './protection';
import type { PendingWrites } from './PendingWrites';
import type { RangeClass, RangeData } from './range-data';
import { refusals } from './refusals';
import type { RichText } from './rich-text';
import type { RuleClasses } from './rule-classes';
import type { SheetModel } from './SheetModel';
import type { Metadata, TypedAspect } from './sheet-parts';
import type { SpreadsheetModel } from './SpreadsheetModel';

export const onRange = takesOn<RangeData>();
export const onSheet = takesOn<SheetModel>();

/** What stands behind a `DeveloperMetadata`. */
export interface MetadataData {
  readonly metadata: Metadata;
  /** null is the spreadsheet itself. */
  readonly sheet: SheetModel | null;
  /** Whether it hangs on a column of the sheet, which may have moved since. */
  readonly onColumn: boolean;
}

export interface Context {
  readonly book: SpreadsheetModel;
  readonly gate: Gate;
  readonly pending: PendingWrites;
  /** The person as whom the script runs; protections know people by it. */
  readonly user: string;
  readonly spreadsheets: ServiceClass<GoogleAppsScript.Spreadsheet.Spreadsheet, SpreadsheetModel>;
  readonly sheets: ServiceClass<GoogleAppsScript.Spreadsheet.Sheet, SheetModel>;
  readonly ranges: RangeClass;
  readonly richTexts: ServiceClass<GoogleAppsScript.Spreadsheet.RichTextValue, RichText>;
  readonly textStyles: ServiceClass<GoogleAppsScript.Spreadsheet.TextStyle, RunStyle>;
  readonly metadata: ServiceClass<GoogleAppsScript.Spreadsheet.DeveloperMetadata, MetadataData>;
  readonly rules: RuleClasses['rules'];
  readonly charts: ChartClasses;
}

/** Throws when somebody has deleted the sheet since the script took it. */
export function requireSheet(context: Context, sheet: SheetModel): SheetModel {
  if (!context.book.sheets.includes(sheet)) throw refusals.sheetGone(sheet.id);
  return sheet;
}

/** A read sees everything written before it, so pending refusals come out first. */
export function read<T>(context: Context, range: RangeData, run: () => T): T {
  requireSheet(context, range.sheet);
  context.pending.settle();
  checkArea(range.area, range.sheet);
  work(context, range);
  return run();
}

const work = ({ gate }: Context, { area }: RangeData): void => gate.work?.(area.rows * area.columns);

/**
 * A write into cells: refused where a protection forbids it to this user, and where a table has typed columns.
 * @param aspect what is written, if a table may refuse it
 */
export function write(context: Context, range: RangeData, run: () => void, aspect?: TypedAspect): void {
  requireSheet(context, range.sheet);
  checkArea(range.area, range.sheet);
  work(context, range);
  context.gate.wrote?.(`${range.sheet.name}!${toA1(range.area)}`);
  context.pending.cells(() => {
    // Somebody else may have changed the sheet meanwhile.
    checkArea(range.area, requireSheet(context, range.sheet));
    checkEditable(range.sheet, range.area, context.user);
    checkTypedColumns(range, aspect);
    run();
  });
}

function checkTypedColumns({ sheet, area }: RangeData, aspect: TypedAspect | undefined): void {
  if (aspect === undefined) return;
  const isRefused = sheet.tables.some(
    (table) => table.refuses.includes(aspect) && intersect(table.area, area),
  );
  if (isRefused) throw refusals.typedColumns();
}

/** A change of the sheet itself: its name, size, widths, frozen rows. */
export function changeSheet(context: Context, sheet: SheetModel, run: () => void): void {
  requireSheet(context, sheet);
  context.pending.structure(() => {
    checkSheetEditable(sheet, context.user);
    run();
  });
}
