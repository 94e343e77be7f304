import { isSheetCall } from '../../cli/bench/sheet-calls';
import { connect, makeWorld, type World } from '../../world/make-world';
import { PAYMENT_DATE, SHIPMENT_DATE } from '../../portal/data/a-portal';
import type { PortalData } from '../../portal/data/PortalData';
import { makeSizedData, type Size } from '../../portal/data/sized-data';

const TODAY = '2026-05-20';
const OTHER_DAY = '2026-04-30';
/** After the lifetime of answers a click reads buyers whole: every change shows. */
const TTL_MILLISECONDS = 310_000;

interface Office {
  readonly world: World;
  readonly data: PortalData;
}

function openOffice(size: Size): Office {
  const made: PortalData[] = [];
  const world = makeWorld((clock) => {
    const data = makeSizedData(size, clock, TODAY);
    made.push(data);
    return data;
  });
  const [data] = made;
  if (data === undefined) throw new Error('expected the portal’s data');
  connect(world, {
    shipmentDateField: SHIPMENT_DATE,
    paymentDateField: PAYMENT_DATE,
  });
  return { world, data };
}

/** One refresh; gives how often it called each member that reads or changes the spreadsheet. */
function refresh({ world }: Office): Readonly<Record<string, number>> {
  world.clock.advance(TTL_MILLISECONDS);
  const run = world.simulator.run({ function: 'startRefresh', args: [{ briefOnly: false }], via: 'page' });
  expect((run.value as { readonly message: string }).message).toMatch(/^Готово/);
  return Object.fromEntries(Object.entries(run.ledger.toRecord()).filter(([member]) => isSheetCall(member)));
}

const total = (calls: Readonly<Record<string, number>>): number =>
  Object.values(calls).reduce((sum, count) => sum + count, 0);

function changeInvoices({ data }: Office, ids: readonly number[]): void {
  for (const id of ids) {
    data.changeInvoice(id, { BEGINDATE: OTHER_DAY, [SHIPMENT_DATE]: TODAY, [PAYMENT_DATE]: OTHER_DAY });
    data.changeInvoice(id, { ACCOUNT_NUMBER: `НОВ-${id}` });
    for (const { ID, PRICE, QUANTITY, PRODUCT_NAME } of data.rowsOf(id)) {
      const changes = {
        PRICE: PRICE + 1,
        QUANTITY: QUANTITY + 1,
        PRODUCT_NAME: `${PRODUCT_NAME ?? ''} новый`,
      };
      data.changeRow(id, ID, changes);
    }
  }
}

function changeBuyers({ data }: Office): void {
  for (const { ID, RQ_COMPANY_NAME, RQ_INN } of data.requisites.values()) {
    const changes = { RQ_COMPANY_NAME: `${RQ_COMPANY_NAME ?? ''} (новое имя)`, RQ_INN: `9${RQ_INN ?? ''}` };
    data.changeRequisite(ID, changes);
  }
}

function addInvoices({ data }: Office, count: number): void {
  for (let index = 0; index < count; index += 1) {
    data.addInvoice({ ACCOUNT_NUMBER: `ДОП-${index}`, BEGINDATE: TODAY, rows: [{}, {}, {}] });
  }
}

function callsByCase(size: Size) {
  const office = openOffice(size);
  refresh(office);
  const same = refresh(office);
  const ids = [...office.data.invoices.keys()];
  changeInvoices(
    office,
    ids.filter((id) => id % 100 === 49),
  );
  const few = refresh(office);
  changeInvoices(office, ids);
  changeBuyers(office);
  const all = refresh(office);
  addInvoices(office, 10);
  const more = refresh(office);
  return { same, few, all, more };
}

const small = callsByCase({ invoices: 100, rows: 300, requisites: 20 });
const large = callsByCase({ invoices: 1_000, rows: 5_000, requisites: 200 });

test('a refresh that changes nothing sets two notes and two lines over tables, writes the memory, and takes 49 calls', () => {
  expect(total(large.same)).toBe(49);
  const changes = Object.entries(large.same).filter(([member]) => /\.(set|insert|add|delete)/.test(member));
  expect(changes).toEqual([
    ['Range.setNote', 2],
    ['Range.setNumberFormat', 1],
    ['Range.setValues', 3],
  ]);
});

test.each([
  ['few', 80],
  // What is told of a thousand changes makes the memory longer: its sheet gets more rows.
  ['all', 82],
] as const)('where %s values changed but no row came or went, it takes %i calls', (which, count) => {
  expect(total(large[which])).toBe(count);
  expect(large[which]).toMatchObject({ 'Range.setValues': 5, 'RangeList.setBorder': 6 });
});

test('a refresh with more rows than before takes 89 calls, also where the grid has to grow, that of the memory too', () => {
  expect(total(large.more)).toBe(89);
  expect(large.more).toMatchObject({ 'Range.setValues': 5, 'RangeList.setBorder': 6 });
});

/** Lines go round five hundred invoices a call. */
function withoutLines(calls: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const { 'RangeList.setBorder': lines = 0, ...others } = calls;
  expect(lines).toBeLessThanOrEqual(6);
  return others;
}

test('but for the lines round invoices, the calls do not depend on the number of invoices and rows', () => {
  expect(large.same).toEqual(small.same);
  expect(withoutLines(large.few)).toEqual(withoutLines(small.few));
  expect(withoutLines(large.all)).toEqual(withoutLines(small.all));
  // Where the grid has rows left they are looked at, where it has none they are added if the sheet may grow.
  // The memory of more invoices lies in more rows of its own.
  const { 'Range.getFormulas': looks = 0, ...rest } = withoutLines(small.more);
  const {
    'Range.getFormulas': largeLooks = 0,
    'Sheet.insertRowsAfter': added,
    'Sheet.getProtections': asked,
    'Sheet.getMaxRows': ownGrids,
    ...largeRest
  } = withoutLines(large.more);
  expect([added, asked, ownGrids]).toEqual([looks - largeLooks + 1, looks - largeLooks, 1]);
  expect(largeRest).toEqual(rest);
});
