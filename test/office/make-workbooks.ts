/** The workbooks that another program has to understand: hostile texts everywhere, and the demo portal's report; all sheets of each. */
import path from 'node:path';
import { leaveOutAges } from '../../cli/report/leave-out-ages';
import { PAYMENT_DATE, SHIPMENT_DATE } from '../../portal/data/a-portal';
import { makeOddData } from '../../portal/data/odd-data';
import { saveWorkbook } from '../../simulator/spreadsheet';
import { aWorld } from '../../world/a-world';
import { refreshed } from '../../world/scenario';
import { BEARERS, type Bearer } from '../promises/hostile-text/bearers';
import { PAYLOADS } from '../support/hostile/payloads';
import { hostileWorld, READINGS, type Reading } from '../promises/hostile-text/try-sheets';
import { connect, NOON } from '../../world/make-world';

const FURTHER_SHEETS = {
  ...{ debtsSheet: 'all', vatSheet: true, checksSheet: true },
  ...{ changesSheet: true, summarySheet: true },
};

/** Saves them into the folder; gives their paths. */
export async function makeWorkbooks(folder: string): Promise<readonly string[]> {
  const [bearer, reading] = [BEARERS[0] as Bearer, READINGS[0] as Reading];
  const { world: hostile } = hostileWorld(
    PAYLOADS.map((payload) => ({ payload, bearer })),
    reading,
  );
  const demo = aWorld((clock) => makeOddData({ clock, today: NOON.slice(0, 10) }).data);
  connect(demo, { shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE });
  const worlds = { hostile, demo };
  for (const world of Object.values(worlds)) connect(world, FURTHER_SHEETS);
  return Promise.all(
    Object.entries(worlds).map(async ([name, world]) => {
      refreshed(world);
      leaveOutAges(world.spreadsheet);
      const file = path.join(folder, `${name}.xlsx`);
      await saveWorkbook(world.spreadsheet, file);
      return file;
    }),
  );
}
