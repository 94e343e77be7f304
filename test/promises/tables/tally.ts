import { newTally, type Tally } from '../incremental/tally';

/** What a suite of series of tables has tried. */
export interface TablesTally extends Tally {
  /** Runs whose tables were held against those of a whole run. */
  compared: number;
  kills: number;
}

export const newTablesTally = (): TablesTally => ({ ...newTally(), compared: 0, kills: 0 });
