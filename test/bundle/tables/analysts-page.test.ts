/** docs/analysts.ru.md: its tables of columns are those of the code, and its queries give what the sheets show. */
import { readFileSync } from 'node:fs';
import { PAYMENT_DATE, SHIPMENT_DATE } from '../../../portal/data/a-portal';
import { makeDemoData } from '../../../portal/data/demo-data';
import { makeFaultyData, PAID_SUM } from '../../../portal/data/faulty-data';
import { makeOddData } from '../../../portal/data/odd-data';
import type { PortalData } from '../../../portal/data/PortalData';
import { taxPrecisionOf } from '../../../portal/generation';
import type { VirtualClock } from '../../../simulator';
import { aWorld } from '../../../world/a-world';
import { connect, type World } from '../../../world/make-world';
import { refreshed } from '../../../world/scenario';
import { BRIEF, DEBTS, DETAIL, VAT } from '../../../world/sheets';
import { Tables } from './support/tables-of';

type Value = string | number | boolean | null;
type Line = readonly Value[];

const today = '2026-05-20';
const page = readFileSync('docs/analysts.ru.md', 'utf8');
const sections = new Map(
  page
    .split(/^##+ /m)
    .slice(1)
    .map((section) => [section.slice(0, section.indexOf('\n')), section] as const),
);

function sectionOf(heading: string): string {
  const section = sections.get(heading);
  if (section === undefined) throw new Error(`the page has no section «${heading}»`);
  return section;
}

const queryOf = (heading: string): string => /```sql\n([^]*?)```/.exec(sectionOf(heading))?.[1] ?? '';

const DATA: Readonly<Record<string, (clock: VirtualClock) => PortalData>> = {
  demo: (clock) => makeDemoData({ clock, today }),
  odd: (clock) => makeOddData({ clock, today, taxPrecision: taxPrecisionOf('mid') }).data,
  faulty: (clock) => makeFaultyData({ clock, today }),
};

const settingsOf = (name: string): Record<string, unknown> => ({
  ...{ shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE, dueDays: 3 },
  ...{ debtsSheet: 'period', debtsByInvoice: false, vatSheet: true },
  detailColumns: ['invoiceDate', 'unit', 'currency'],
  ...(name === 'faulty' ? { paidSumField: PAID_SUM } : {}),
});

async function tablesOf(world: World, name: string): Promise<Tables> {
  const tables = await Tables.of(world, settingsOf(name), []);
  await tables.run(queryOf('Один покупатель'));
  return tables;
}

/** A cell holds less of a text. */
const asInCell = (text: string): string => (text.length > 50_000 ? `${text.slice(0, 49_999)}…` : text);

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/** Numbers as the doubles that cells hold, in the columns of these places; everything else as text. */
async function answers(tables: Tables, heading: string, numbers: readonly number[]): Promise<Line[]> {
  const rows = await tables.rows(queryOf(heading).replace(/;\s*$/, ''));
  return rows.map((row) =>
    Object.values(row).map((value, index) => {
      if (value === null) return null;
      const text = asInCell(value);
      return numbers.includes(index) && isNumber(text) ? Number(text) : text;
    }),
  );
}

/** The lines of a sheet from row 3 on to the first empty one, from column B on; null is an empty cell. */
function body({ spreadsheet }: World, name: string, columns: number): Line[] {
  const sheet = spreadsheet.sheetNamed(name);
  if (sheet === undefined) throw new Error(`no sheet «${name}»`);
  const area = { row: 3, column: 2, rows: sheet.lastRow(), columns };
  const rows = sheet.map(area, (cell): Value =>
    cell === undefined || cell.value === '' ? null : cell.value,
  );
  const end = rows.findIndex((row) => row.every((value) => value === null));
  return rows.slice(0, end);
}

const dayOf = (value: Value | undefined): Value =>
  typeof value === 'number' ? new Date(Date.UTC(1899, 11, 30 + value)).toISOString().slice(0, 10) : null;
const rateOf = (value: Value | undefined): string => String(value ?? 'не прочитана').replace('\u00a0', ' ');
/** A cell that says «нет» of VAT. */
const taxOf = (value: Value | undefined): Value => (value === 'нет' ? 0 : (value ?? null));

describe.each(Object.keys(DATA))('Of the data «%s» the page’s query', (name) => {
  let world: World;
  let tables: Tables;

  beforeAll(async () => {
    world = aWorld(DATA[name] ?? fail, { portal: { limits: 'off', operating: 'off' } });
    connect(world, settingsOf(name));
    refreshed(world);
    tables = await tablesOf(world, name);
  });

  afterAll(() => tables.close());

  it('«Краткий» gives the sheet', async () => {
    const shown = body(world, BRIEF, 8).map(([number, inn, buyer, sum, vat, ...days]) => [
      ...[number, inn, buyer, sum, taxOf(vat)],
      ...days.map(dayOf),
    ]);
    expect(shown.length).toBeGreaterThan(20);
    expect(await answers(tables, '«Краткий»', [3, 4])).toEqual(shown);
  });

  it('«Полный» gives the sheet', async () => {
    const shown = body(world, DETAIL, 8).map((cells) => [...cells.slice(0, 7), taxOf(cells[7])]);
    expect(shown.length).toBeGreaterThan(20);
    expect(await answers(tables, '«Полный»', [4, 5, 6, 7])).toEqual(shown);
  });

  it('of debts gives «Долги»', async () => {
    const shown = body(world, DEBTS, 13)
      .filter(([, buyer]) => !/^(Всего|Доля)/.test(String(buyer)))
      .map(([count, buyer, inn, , due, late, ...figures]) => [
        ...[buyer, inn, Number(String(count).replace(/\D/g, '')), dayOf(due), late, ...figures],
      ]);
    const given = await answers(tables, 'Долги по покупателям', [3, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(shown.length).toBeGreaterThan(5);
    expect(given.map(([, ...line]) => line)).toEqual(shown);
  });

  it('of VAT gives «НДС»', async () => {
    const lines = body(world, VAT, 10);
    const hasCompanies = lines.some((line) => line[9] !== null);
    const shown = lines.map(([month, rate, buyer, inn, kpp, count, gross, net, tax, company]) => [
      ...[company, dayOf(month), rateOf(rate), buyer, inn, kpp, count, gross, net, taxOf(tax)],
    ]);
    const given = await answers(tables, 'НДС по месяцам, ставкам и покупателям', [7, 8, 9, 10]);
    expect(shown.length).toBeGreaterThan(20);
    expect(
      given.map(([company, , ...line]) => [hasCompanies ? (company ?? '(без компании)') : null, ...line]),
    ).toEqual(shown);
  });

  it('of sales adds up «Полный»', async () => {
    const sums = new Map<string, readonly [pieces: bigint, gross: bigint, tax: bigint]>();
    for (const cells of body(world, DETAIL, 11)) {
      const [, , , product, quantity, , gross, tax, day, unit, currency] = cells;
      if (String(product).startsWith('Строки счёта')) continue;
      const key = [`${String(dayOf(day)).slice(0, 7)}-01`, product, unit, currency].join('|');
      const before = sums.get(key) ?? [0n, 0n, 0n];
      const more = [units(quantity, 1e8), units(gross, 100), units(taxOf(tax), 100)] as const;
      sums.set(key, [before[0] + more[0], before[1] + more[1], before[2] + more[2]]);
    }
    const given = await answers(tables, 'Выручка по месяцам и товарам', [4, 5, 6]);
    expect(
      new Map(
        given.map(([month, product, unit, currency, pieces, gross, net]) => [
          [month, product, unit, currency].join('|'),
          [units(pieces, 1e8), units(gross, 100), units(gross, 100) - units(net, 100)],
        ]),
      ),
    ).toEqual(sums);
  });
});

const units = (value: Value | undefined, scale: number): bigint =>
  BigInt(Math.round((typeof value === 'number' ? value : 0) * scale));

const fail = (): never => {
  throw new Error('no such data');
};

describe('The page', () => {
  it.each([
    ['invoices', 'invoices: строка на счёт'],
    ['lines', 'lines: строка на товар'],
  ])('names every column of %s with its type and title', async (table, heading) => {
    const world = aWorld(DATA['demo'] ?? fail, { portal: { limits: 'off', operating: 'off' } });
    const tables = await Tables.of(world, {}, []);
    const columns = await tables.rows(
      `SELECT column_name, replace(data_type, 'TIMESTAMP WITH TIME ZONE', 'TIMESTAMPTZ'), comment
       FROM duckdb_columns() WHERE table_name = '${table}' AND schema_name = 'main' ORDER BY column_index`,
    );
    tables.close();
    const told = [...sectionOf(heading).matchAll(/^\| `(.*?)` \| (.*?) \| (.*?) \|/gm)].map(
      ([, ...cells]) => cells,
    );
    expect(told).toEqual(columns.map((column) => Object.values(column)));
  });
});
