/** What stands behind a `Range`, whose members are declared once for all ranges of an execution. */
import type { Area } from './area';
import type { SheetModel } from './SheetModel';
import { type BoundClass, takesOn } from './signature';

export interface RangeData {
  readonly sheet: SheetModel;
  readonly area: Area;
}

export type RangeClass = BoundClass<GoogleAppsScript.Spreadsheet.Range, RangeData>;

export const onRange = takesOn<RangeData>();
