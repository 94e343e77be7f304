/** What columns of one's choice hold true on the sheets themselves, and that nothing is left of them where they go. */
import { connect, type World } from '../../world/make-world';
import { aPortal } from '../../portal/data/a-portal';
import { aWorld } from '../../world/a-world';
import { refreshed } from '../../world/scenario';
import { BRIEF, DETAIL, picture } from '../../world/sheets';

const GENERATIONS = ['old', 'mid', 'new'] as const;
type Generation = (typeof GENERATIONS)[number];

/** 20 May 2026, as the sheets keep days. */
const TODAY = 46_162;
const DECIMALS = 10n ** 8n;

/** Price before discount, price and quantity of each row; the portal's own sums do not matter here. */
const ROWS: readonly (readonly [string, string, string])[] = [
  ['0.00500000', '0.00000000', '1'],
  ['33.33333333', '33.32833333', '1'],
  ['33.33333333', '33.32833334', '1'],
  ['66.66666667', '33.33333333', '1.5'],
  ['1.00000001', '2.50500001', '3'],
  ['98765.43210987', '0.00000001', '7.0625'],
];

function portalOf(generation: Generation): World {
  const world = aWorld(
    (clock) => {
      const portal = aPortal(clock).withCompany({ ID: 4, TITLE: 'Альфа' });
      portal.withRequisite({ ID: 1, ENTITY_ID: 4, RQ_INN: '0077123456', RQ_KPP: '007701001' });
      const days = ['2026-05-19', '2026-05-20', '2026-05-21', '2026-01-01', '2024-02-29'];
      days.forEach((CLOSEDATE, index) =>
        portal.withInvoice({ ID: index + 1, COMPANY_ID: 4, CLOSEDATE, OPPORTUNITY: 100, rows: [{}] }),
      );
      const rows = ROWS.map(([full, price, quantity]) => ({
        PRICE_BRUTTO: full as never,
        PRICE: price as never,
        QUANTITY: quantity as never,
      }));
      portal.withInvoice({ ID: 9, COMPANY_ID: 4, rows });
      return portal.data;
    },
    { portal: { generation } },
  );
  return world;
}

/** Of the lines of some columns, by their titles, down to the last line with a number or day in the first of them. */
function cellsUnder({ spreadsheet }: World, name: string, titles: readonly string[]): unknown[][] {
  const sheet = spreadsheet.sheetNamed(name);
  const area = { row: 2, column: 2, rows: (sheet?.lastRow() ?? 2) - 1, columns: 20 };
  const [header = [], ...rows] = sheet?.map(area, (cell) => cell?.value ?? '') ?? [];
  const places = titles.map((title) => header.indexOf(title));
  return rows
    .map((row) => places.map((place) => row[place]))
    .filter((row) => row.some((cell) => cell !== ''));
}

/** (full − price) × quantity in hundredths, half away from zero. */
function discountOf([full, price, quantity]: readonly [string, string, string]): number {
  const scaled = (text: string): bigint => {
    const [whole = '0', part = ''] = text.split('.');
    return BigInt(whole) * DECIMALS + BigInt(part.padEnd(8, '0'));
  };
  const exact = (scaled(full) - scaled(price)) * scaled(quantity);
  const unit = (DECIMALS * DECIMALS) / 100n;
  const size = exact < 0n ? -exact : exact;
  const hundredths = Number((size + unit / 2n) / unit);
  return (exact < 0n ? -hundredths : hundredths) / 100;
}

describe.each(GENERATIONS)('on a portal of generation %s', (generation) => {
  const world = portalOf(generation);
  connect(world, {
    briefColumns: ['kpp', 'dueDate', 'overdueDays'],
    detailColumns: ['kpp', 'fullPrice', 'discount'],
  });
  refreshed(world);

  it('a КПП keeps the zeros in front, as text', () => {
    for (const name of [BRIEF, DETAIL])
      expect(new Set(cellsUnder(world, name, ['КПП']).flat())).toEqual(new Set(['007701001']));
  });

  it('today is as many days after the due date as are told, on every line that is overdue and on no other', () => {
    const lines = cellsUnder(world, BRIEF, ['Срок оплаты', 'Дней просрочки']);
    expect(lines.slice(0, 5).map(([due]) => due)).toEqual([46_161, 46_162, 46_163, 46_023, 45_351]);
    for (const [due, days] of lines) expect(days).toBe(Number(due) < TODAY ? TODAY - Number(due) : '');
  });

  it('a discount is what the prices of eight decimals come to, to the kopeck', () => {
    const lines = cellsUnder(world, DETAIL, ['Скидка', 'Цена до скидки', 'Цена', 'Кол-во']).slice(
      -ROWS.length,
    );
    expect(lines).toEqual(ROWS.map((row) => [discountOf(row), ...row.map(Number)]));
  });

  it('taken away again, with columns of the people’s own, they leave the sheets as if they had never been', () => {
    const plain = portalOf(generation);
    connect(plain);
    refreshed(plain);
    connect(world, { noteColumns: 2 });
    refreshed(world);
    connect(world, { briefColumns: [], detailColumns: [], noteColumns: 0 });
    refreshed(world);
    expect(withoutWidths(picture(world))).toEqual(withoutWidths(picture(plain)));
  });
});

/** Widths of columns that are given back stay. */
const withoutWidths = (shown: ReturnType<typeof picture>): unknown =>
  Object.values(shown).map(([layout = '{}', ...cells]) => {
    const { columnWidths, ...rest } = JSON.parse(layout) as { columnWidths: readonly number[] };
    return [{ ...rest, columnWidths: columnWidths.slice(0, 10) }, ...cells];
  });
