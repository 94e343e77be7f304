/** What the services of one execution share: the spreadsheet, the gate and the ways from data to service objects. */
import type { Gate } from '../service';
import { checkArea, intersect } from './area';
import type { ChartClasses } from './chart-classes';
import type { RuleClasses } from './rule-classes';
import type { Enum } from './Enum';
import type { Handles } from './Handles';
import { checkEditable, checkSheetEditable } from './protection';
import type { PendingWrites } from './PendingWrites';
import type { RangeClass, RangeData } from './range-data';
import { refusals } from './refusals';
import type { RichTextClasses } from './rich-text-service';
import type { SheetModel } from './SheetModel';
import type { Metadata, SheetTypeName, TypedAspect } from './sheet-parts';
import type { SpreadsheetModel } from './SpreadsheetModel';
import type { BorderStyleName, WrapName } from './StyleTable';
import type { TextStyleClasses } from './text-style-service';

export type { RangeData };

export interface MetadataData {
  readonly metadata: Metadata;
  /** null is the spreadsheet itself. */
  readonly sheet: SheetModel | null;
  /** Whether it hangs on a column of the sheet, which may have moved since. */
  readonly onColumn: boolean;
}

export type LocationName = 'SPREADSHEET' | 'SHEET' | 'ROW' | 'COLUMN';

export interface Context {
  readonly book: SpreadsheetModel;
  readonly gate: Gate;
  readonly pending: PendingWrites;
  /** The person as whom the script runs; protections know people by it. */
  readonly user: string;
  readonly sheets: Handles<SheetModel>;
  readonly ranges: RangeClass;
  readonly richTexts: RichTextClasses['values'];
  readonly textStyles: TextStyleClasses['styles'];
  readonly metadata: Handles<MetadataData>;
  readonly spreadsheet: () => GoogleAppsScript.Spreadsheet.Spreadsheet;
  readonly borderStyles: Enum<BorderStyleName>;
  readonly wrapStrategies: Enum<WrapName>;
  readonly visibilities: Enum<Metadata['visibility']>;
  readonly locations: Enum<LocationName>;
  readonly bandingThemes: Enum<'LIGHT_GREY' | 'CYAN' | 'GREEN' | 'YELLOW' | 'BLUE' | 'GREY'>;
  readonly rules: RuleClasses['rules'];
  readonly charts: ChartClasses;
  readonly sheetTypes: Enum<SheetTypeName>;
  readonly protectionTypes: Enum<'RANGE' | 'SHEET'>;
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
