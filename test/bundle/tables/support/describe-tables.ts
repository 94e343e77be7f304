/** What the two tables of a portal have to hold: what its two sheets show, value for value. */
import type { World } from '../../../../world/make-world';
import type { PortalData } from '../../../../portal/data/PortalData';
import type { UserField } from '../../../../portal/data/records';
import type { Generation } from '../../../../portal/generation';
import {
  asInCells,
  asInTable,
  OF_INVOICES,
  OF_ITS_INVOICE,
  OF_LINES,
  rateOf,
  type Columns,
} from './as-in-tables';
import { FIELDS, SETTINGS, worldOf, type DataName } from './data-sets';
import { sheetLines, type SheetLines } from './sheet-lines';
import { debtsBySql, debtsOnSheet, vatBySql, vatFooterBySql, vatFooterOnSheet, vatOnSheet } from './sums';
import { Tables, type Row } from './tables-of';

const userFields = FIELDS.map(({ name }) => name);

const KINDS: Partial<Record<UserField['type'], Columns[string][1]>> = {
  ...{ integer: 'amount', double: 'amount', money: 'money', date: 'day', datetime: 'day' },
};
export const OF_FIELDS: Columns = Object.fromEntries(
  FIELDS.map(({ name, type, multiple }) => [
    name,
    [name.toLowerCase(), (multiple ? undefined : KINDS[type]) ?? 'text'] as const,
  ]),
);
const OF_BRIEF = { ...OF_INVOICES, ...OF_FIELDS };

/** Tests that both tables of that portal hold what its sheets show. */
export const describeTables = (name: DataName, generation: Generation): void =>
  describe(`The tables of the data «${name}» on a portal of generation ${generation}`, () => {
    let world: World;
    let tables: Tables;
    let sheets: SheetLines;

    beforeAll(async () => {
      world = worldOf(name, generation);
      sheets = sheetLines(world, SETTINGS, userFields);
      tables = await Tables.of(world, SETTINGS, userFields);
    });

    afterAll(() => tables.close());

    it('have a line for each line of the sheets', () => {
      expect(tables.told).toMatchObject({ invoices: sheets.brief.length, since: null });
      expect(sheets.brief.length).toBeGreaterThan(20);
      expect(sheets.detail.length).toBeGreaterThan(20);
    });

    it('hold in «invoices» what «Краткий» shows', async () => {
      const found = await tables.rows('FROM invoices ORDER BY id');
      expect(found.map((row) => asInCells(row, OF_BRIEF))).toEqual(
        sheets.brief.map((line) => asInTable(line, OF_BRIEF)),
      );
    });

    it('hold in «lines» what «Полный» shows', async () => {
      const found = await tables.rows('FROM lines ORDER BY invoice_id, position');
      expect(found.map((row) => ({ ...asInCells(row, OF_LINES), rate: rateOf(row) }))).toEqual(
        sheets.detail.map((line) => ({ ...asInTable(line, OF_LINES), rate: line['vatRate'] ?? '' })),
      );
    });

    it('join each line with what «Полный» shows of its invoice', async () => {
      const joined = await tables.rows(
        'SELECT i.* FROM lines l JOIN invoices i ON i.id = l.invoice_id ORDER BY i.id, l.position',
      );
      expect(joined.map((row) => asInCells(row, OF_ITS_INVOICE))).toEqual(
        sheets.detail.map((line) => asInTable(line, OF_ITS_INVOICE)),
      );
    });

    it('hold ids and texts as they stand in the portal', async () => {
      const { data } = world;
      const invoices = await tables.rows(
        `SELECT id, updated_time, company_id, contact_id, our_company_id, stage_id, number, title
       FROM invoices ORDER BY id`,
      );
      const ids = invoices.map(({ id }) => Number(id));
      expect(invoices).toEqual(ids.map((id) => recordOf(data, id)));
      expect(
        await tables.rows('SELECT invoice_id, row_id, position, product FROM lines ORDER BY ALL'),
      ).toEqual(ids.flatMap((id) => rowsOf(data, id)));
    });

    it('sum up by SQL to «НДС» and «Долги»', async () => {
      expect(await vatBySql(tables, 'invoice_date')).toEqual(vatOnSheet(world));
      expect(await vatFooterBySql(tables)).toEqual(vatFooterOnSheet(world));
      expect(await debtsBySql(tables)).toEqual(debtsOnSheet(world));
    });

    it('are the same in Parquet', async () => {
      const parquet = await Tables.of(world, SETTINGS, userFields, 'parquet');
      for (const sql of ['FROM invoices ORDER BY id', 'FROM lines ORDER BY invoice_id, position'])
        expect(await parquet.rows(sql)).toEqual(await tables.rows(sql));
      parquet.close();
    });
  });

function recordOf(data: PortalData, id: number): Row {
  const invoice = data.invoices.get(id);
  if (invoice === undefined) throw new Error(`There is no invoice ${id}`);
  const saved = new Date(invoice.UPDATED_TIME).toISOString().slice(0, 19).replace('T', ' ');
  return {
    ...{ id: String(id), updated_time: `${saved}+00`, stage_id: invoice.STAGE_ID },
    company_id: idOf(invoice.COMPANY_ID),
    contact_id: idOf(invoice.CONTACT_ID),
    our_company_id: idOf(invoice.MYCOMPANY_ID),
    ...{ number: invoice.ACCOUNT_NUMBER || null, title: invoice.TITLE || null },
  };
}

/** In the order of the sheet: by sort, then id. */
const rowsOf = (data: PortalData, id: number): Row[] =>
  [...data.rowsOf(id)]
    .sort((a, b) => a.SORT - b.SORT || a.ID - b.ID)
    .map(({ ID, PRODUCT_ID, PRODUCT_NAME: product }, index) => ({
      ...{
        invoice_id: String(id),
        row_id: String(ID),
        position: String(index + 1),
        product: product || (data.products.get(PRODUCT_ID) ?? null),
      },
    }));

const idOf = (id: number | null): string | null => (id === null || id <= 0 ? null : String(id));
