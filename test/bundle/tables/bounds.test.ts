/** Numbers at the bounds of the tables' columns: exact up to them, and named where they lie beyond. */
import { PAID_SUM } from '../../../portal/data/faulty-data';
import { camelName } from '../../../src/bitrix24/field-names';
import type { FieldName } from '../../../src/domain/ids';
import { worldOfValues, type Values } from './support/world-of-values';
import { SETTINGS } from './support/data-sets';
import { Tables } from './support/tables-of';

const PAID = camelName(PAID_SUM as FieldName);
const NINES = '9'.repeat(30);

type Columns = Readonly<Record<string, string | null>>;

/** What the portal sends, and what stands in the tables for it. */
const CASES: readonly (readonly [of: string, sent: Values, invoice: Columns, line: Columns])[] = [
  [
    'the largest sum',
    { invoice: { opportunity: '9999999999999999.99', taxValue: '-9999999999999999.99' } },
    { sum: '9999999999999999.99', vat: '-9999999999999999.99', debt: '9999999999999999.99' },
    {},
  ],
  [
    'a sum that rounds to the largest',
    { invoice: { opportunity: '9999999999999999.9949', [PAID]: '0.01|RUB' } },
    { sum: '9999999999999999.99', paid_sum: '0.01', debt: '9999999999999999.98' },
    {},
  ],
  [
    'a sum that rounds beyond it',
    { invoice: { opportunity: '9999999999999999.995', taxValue: 1e300 } },
    { sum: null, vat: null, debt: null },
    {},
  ],
  ['a sum beyond it', { invoice: { opportunity: '-1e16' } }, { sum: null, debt: null }, {}],
  [
    'halves of a kopeck',
    { invoice: { opportunity: '-0.005', taxValue: '0.015' } },
    { sum: '-0.01', vat: '0.02', debt: '-0.01' },
    {},
  ],
  [
    'less than half a kopeck',
    { invoice: { opportunity: '-0.004', taxValue: '-0.0049' } },
    { sum: '0.00', vat: '0.00', debt: '0.00' },
    {},
  ],
  [
    'a price of more than eight decimals',
    { row: { price: '0.123456785', quantity: '1000', taxRate: 20 } },
    {},
    { price: '0.12345679', quantity: '1000.00000000', sum: '123.46', vat: '20.58' },
  ],
  [
    'a price of more digits than a double tells apart',
    { row: { price: '123456789012345.678901234', quantity: '-3', taxRate: null } },
    {},
    { price: '123456789012345.67890123', quantity: '-3.00000000', sum: '-370370367037037.04', vat: '0.00' },
  ],
  [
    'a negative price next to nothing',
    { row: { price: '-0.000000005', quantity: 1, priceBrutto: '0.0000000049', priceExclusive: '-1E-9' } },
    {},
    { price: '-0.00000001', sum: '0.00', full_price: '0.00000000', price_without_vat: '0.00000000' },
  ],
  [
    'the largest price, of nothing',
    { row: { price: `${NINES}.99999999`, quantity: 0, taxRate: '16.66667' } },
    {},
    {
      ...{ price: `${NINES}.99999999`, quantity: '0.00000000', vat_rate: '16.66667000' },
      ...{ sum: '0.00', vat: '0.00', has_vat: 'true' },
    },
  ],
  [
    'a price beyond it',
    { row: { price: `${NINES}.999999995`, quantity: '1e-20', taxRate: 0 } },
    {},
    { price: null, quantity: '0.00000000', sum: '10000000000.00', vat: '0.00', has_vat: 'true' },
  ],
  [
    'a product beyond the largest sum',
    { row: { price: '100000000', quantity: '100000000', priceBrutto: '200000000' } },
    {},
    { price: '100000000.00000000', quantity: '100000000.00000000', sum: null, discount: null },
  ],
  [
    'values that are none',
    {
      invoice: { opportunity: 'много', taxValue: true, [PAID]: 'всё' },
      row: { price: 'дорого', quantity: '2 шт' },
    },
    { sum: null, vat: null, paid_sum: null, debt: null },
    { price: null, quantity: null, sum: null, vat: null },
  ],
  [
    'a rate that is none',
    { row: { price: 10, quantity: 2, taxRate: 'двадцать' } },
    {},
    { sum: '20.00', vat: null, vat_rate: null, has_vat: null },
  ],
  [
    'a rate that no sum has',
    { row: { price: 10, taxRate: -100 } },
    {},
    { vat: null, vat_rate: '-100.00000000' },
  ],
];

const idOf = (index: number): string => String(index + 1);
describe('The tables hold', () => {
  let tables: Tables;

  beforeAll(async () => {
    tables = await Tables.of(worldOfValues(CASES.map(([, sent]) => sent)), SETTINGS, []);
  });

  afterAll(() => tables.close());

  it.each(CASES.map(([of, , invoice, line], index) => [of, index, invoice, line] as const))(
    '%s',
    async (_, index, invoice, line) => {
      const [found] = await tables.rows(`FROM invoices WHERE id = ${idOf(index)}`);
      expect(found).toMatchObject(invoice);
      const [row] = await tables.rows(`FROM lines WHERE invoice_id = ${idOf(index)}`);
      expect(row).toMatchObject(line);
    },
  );
});

describe('What they cannot hold', () => {
  const huge: Values = {
    invoice: { opportunity: '1e20', taxValue: 0 },
    row: { price: '1e20', quantity: 1, taxRate: null, priceBrutto: '1e20' },
  };
  const remark = (id: number, column: string): string =>
    `Счёт № ${id} (id ${id}): число не помещается в столбец ${column}, ячейка пуста.`;

  async function remarksOf(given: readonly Values[], rowsMore = 0): Promise<readonly string[]> {
    const world = worldOfValues(given);
    for (let index = 0; index < rowsMore; index += 1) world.data.addRow(1, { PRICE: 1e20, TAX_RATE: null });
    const tables = await Tables.of(world, SETTINGS, []);
    tables.close();
    return tables.told.remarks;
  }

  it('is named once, in however many lines of an invoice', async () => {
    const told = ['invoices.sum', 'invoices.debt', 'lines.sum'].map((column) => remark(1, column));
    expect(await remarksOf([huge])).toEqual(told);
    const ofMany = await remarksOf([huge], 2);
    expect(ofMany.filter((line) => line.includes('не помещается'))).toEqual(told);
  });

  it('is counted where there is too much of it', async () => {
    expect(await remarksOf(Array.from({ length: 7 }, () => huge))).toEqual([
      ...[1, 2].flatMap((id) => [remark(id, 'invoices.sum'), remark(id, 'invoices.debt')]),
      remark(3, 'invoices.sum'),
      'И ещё замечаний: 16.',
    ]);
  });

  it('is not told of long texts, which they hold', async () => {
    const accountNumber = 'я'.repeat(60_000);
    const tables = await Tables.of(worldOfValues([{ invoice: { accountNumber } }]), SETTINGS, []);
    expect(tables.told.remarks).toEqual([]);
    expect(await tables.rows('SELECT i.number, l.number AS on_line FROM invoices i, lines l')).toEqual([
      { number: accountNumber, on_line: accountNumber },
    ]);
    tables.close();
  });
});
