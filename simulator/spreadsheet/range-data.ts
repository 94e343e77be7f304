/** What stands behind a `Range`. */
import type { Area } from './area';
import type { SheetModel } from './SheetModel';

export interface RangeData {
  readonly sheet: SheetModel;
  readonly area: Area;
}
