/** What stands behind a `Range`: below all classes of the spreadsheet, which give ranges away and take them. */
import type { ServiceClass } from '../service-objects';
import type { Area } from './area';
import type { SheetModel } from './SheetModel';

export interface RangeData {
  readonly sheet: SheetModel;
  readonly area: Area;
}

export type RangeClass = ServiceClass<GoogleAppsScript.Spreadsheet.Range, RangeData>;
