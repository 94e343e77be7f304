/** A report that grows and shrinks a hundred times always looks as on a fresh workbook and leaves nothing behind. */
import { isSheetCall } from '../../cli/bench/sheet-calls';
import { Random } from '../../portal/data/Random';
import type { World } from '../../world/make-world';
import { inOneGo } from '../bundle/support/long-worlds';
import { progressOf, startOnce } from '../../world/scenario';
import { BRIEF, DETAIL, picture } from '../../world/sheets';
import { anOffice, userOf } from '../bundle/support/workbook';

const REFRESHES = 100;
const MOST_INVOICES = 60;
/** A fresh workbook costs as much as the refresh: every so many refreshes one is made to compare with. */
const COMPARED = 5;
/** As few rows as a test of growth needs; Google gives a new sheet 1,000. */
const SMALL_GRID = 12;
/** Reading and writing two sheets and the memory, and reading once more how they look, whatever their size. */
const MOST_CALLS = 91;

const CURRENCIES = ['RUB', 'RUB', 'RUB', 'USD', 'EUR'] as const;

/** Another number of invoices, some of them others than before, with other rows and currencies. */
function changeReport({ data }: World, random: Random): void {
  const ids = [...data.invoices.keys()].filter((id) => id !== 90);
  ids.filter(() => random.chance(0.5)).forEach((id) => data.deleteInvoice(id));
  const count = random.chance(0.3) ? random.int(0, MOST_INVOICES) : random.int(0, 6);
  const currency = random.chance(0.5) ? 'RUB' : null;
  for (let left = data.invoices.size - 1; left < count; left += 1) {
    data.addInvoice({
      COMPANY_ID: random.chance(0.5) ? 4 : 0,
      CURRENCY_ID: currency ?? random.pick(CURRENCIES),
      OPPORTUNITY: random.int(0, 1_000),
      TAX_VALUE: random.chance(0.3) ? 0 : 10,
      STAGE_ID: random.chance(0.5) ? 'DT31_7:P' : 'DT31_7:N',
      rows: Array.from({ length: random.int(0, 3) }, () => ({ TAX_RATE: random.chance(0.3) ? null : 20 })),
    });
  }
}

test('a hundred refreshes of random sizes leave no tail, and both sheets equal those of a fresh workbook', () => {
  const random = new Random(20_260_520);
  const world = anOffice();
  startOnce(world);
  const sheets = [BRIEF, DETAIL].map((name) => userOf(world).sheet(name));
  sheets.forEach((sheet) => sheet.deleteRows(SMALL_GRID + 1, sheet.maxRows - SMALL_GRID));
  const highest = sheets.map(() => SMALL_GRID);
  for (let refresh = 1; refresh <= REFRESHES; refresh += 1) {
    changeReport(world, random);
    world.clock.advance(600_000);
    const { ledger } = startOnce(world);
    expect(progressOf(world).state).toBe('done');
    const calls = Object.entries(ledger.toRecord()).filter(([member]) => isSheetCall(member));
    expect(calls.reduce((sum, [, count]) => sum + count, 0)).toBeLessThanOrEqual(MOST_CALLS);
    if (refresh % COMPARED === 0) expect([refresh, picture(world)]).toEqual([refresh, inOneGo(world)]);
    sheets.forEach((sheet, index) => {
      highest[index] = Math.max(highest[index] ?? 0, sheet.lastRow());
      expect(sheet.maxRows).toBe(highest[index]);
    });
  }
});
