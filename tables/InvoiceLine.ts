import type { BriefLine } from '../src/report/report-model';
import type { Standing } from '../src/report/standing';

/** An invoice with what follows from it. */
export interface InvoiceLine {
  readonly brief: BriefLine;
  readonly standing: Standing;
}
