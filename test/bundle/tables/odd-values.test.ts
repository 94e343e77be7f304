/** What no field should hold, as the tables and the sheets take it: the same of both. */
import { camelName } from '../../../src/bitrix24/field-names';
import type { FieldName } from '../../../src/domain/ids';
import { PAID_SUM } from '../../../portal/data/faulty-data';
import { restFault } from '../../../portal/faults';
import { asInCells, asInTable, OF_INVOICES, OF_LINES } from './support/as-in-tables';
import { FIELDS, SETTINGS } from './support/data-sets';
import { OF_FIELDS } from './support/describe-tables';
import { sheetLines } from './support/sheet-lines';
import { vatBySql, vatFooterBySql, vatFooterOnSheet, vatOnSheet } from './support/sums';
import { Tables } from './support/tables-of';
import { worldOfValues } from './support/world-of-values';

const USER_FIELDS = FIELDS.map(({ name }) => name);
const keyOf = (name: string): string => camelName(name as FieldName);

const ODD: readonly unknown[] = [
  ...[
    null,
    '',
    [],
    false,
    true,
    0,
    1,
    -0,
    '0',
    'Y',
    'N',
    'много',
    ' 5',
    '5 ',
    '5.',
    '.5',
    '1e5',
    '+5',
    '-0',
    '١',
  ],
  ...[
    1e-9,
    1e15,
    '0.123456785',
    '00012',
    '1 000',
    '5,5',
    'NaN',
    'null',
    '5|RUB',
    '5|usd',
    '|RUB',
    '5|',
    '5|РУБ',
  ],
  ...[
    '-0.005|RUB',
    '1.015',
    '2026-05-01',
    '2026-05-01T23:59:59+03:00',
    '01.05.2026',
    '0000-00-00',
    '2026-02-30',
  ],
  ...[
    '2026-05-01T00:00:00Z',
    '0001-01-01',
    '9999-12-31',
    { a: 1 },
    [5],
    ['5'],
    [5, 6],
    ['5|RUB', '6|RUB'],
    [null],
  ],
  ...[
    [null, 5],
    ['', 7],
    [[1]],
    ['2026-05-01', '2026-05-02'],
    [true],
    ['11', '13'],
    11,
    '13',
    '11; 12',
    '\0',
    'a\0b',
  ],
];

it('Fields of every type hold in the tables what the sheets show', async () => {
  const world = worldOfValues(
    ODD.map((value) => ({
      invoice: Object.fromEntries([...USER_FIELDS, PAID_SUM].map((name) => [keyOf(name), value])),
    })),
  );
  const { brief } = sheetLines(world, SETTINGS, USER_FIELDS);
  const tables = await Tables.of(world, SETTINGS, USER_FIELDS);
  const columns = { ...OF_FIELDS, id: OF_INVOICES['id'] ?? ['id', 'whole'], ...OF_INVOICES };
  const found = await tables.rows('FROM invoices ORDER BY id');
  expect(found.map((row) => asInCells(row, columns))).toEqual(brief.map((line) => asInTable(line, columns)));
  tables.close();
});

it('Further values of a row hold what the sheets show', async () => {
  const world = worldOfValues(
    ODD.map((value) => ({
      row: {
        ...{ measureName: value, priceExclusive: value, priceBrutto: value, productId: value, xmlId: value },
        ...(typeof value === 'object' ? {} : { productName: value }),
      },
    })),
  );
  const { detail } = sheetLines(world, SETTINGS, []);
  const tables = await Tables.of(world, SETTINGS, []);
  const found = await tables.rows('FROM lines ORDER BY invoice_id');
  expect(found.map((row) => asInCells(row, OF_LINES))).toEqual(
    detail.map((line) => asInTable(line, OF_LINES)),
  );
  tables.close();
});

it('Rows that the portal refuses are one line that says so, which adds nothing', async () => {
  const world = worldOfValues([{}, {}, {}]);
  world.portal.change({
    faults: ({ method, params }) => {
      const asked = JSON.stringify((params['filter'] as Record<string, unknown> | undefined)?.['=ownerId']);
      const isRefused = method === 'crm.item.productrow.list' && /\b2\b/.test(asked);
      return isRefused ? restFault(400, 'ACCESS_DENIED', 'Доступ запрещён') : null;
    },
  });
  const { detail } = sheetLines(world, SETTINGS, []);
  const tables = await Tables.of(world, SETTINGS, []);
  const found = await tables.rows('FROM lines ORDER BY invoice_id');
  expect(found.map((row) => asInCells(row, OF_LINES))).toEqual(
    detail.map((line) => asInTable(line, OF_LINES)),
  );
  const { invoice_id: id, number, product, currency, position, ...others } = found[1] ?? {};
  expect([id, number, product, currency, position]).toEqual([
    '2',
    '2',
    'Строки счёта недоступны',
    'RUB',
    '1',
  ]);
  expect(new Set(Object.values(others))).toEqual(new Set([null]));
  expect(await vatBySql(tables, 'invoice_date')).toEqual(vatOnSheet(world));
  expect(await vatFooterBySql(tables)).toEqual(vatFooterOnSheet(world));
  tables.close();
});
