/** What holds on «НДС» of any report: it ties to «Полный» and «Краткий», and its lines to each other. */
import fc from 'fast-check';
import type { CompanyId, FieldName, IsoDate } from '../../../src/domain/ids';
import { detailSheet } from '../../../src/report/detail-sheet';
import type { Report } from '../../../src/report/report-model';
import type { CellValue, PlannedRow, SheetPlan } from '../../../src/report/SheetPlan';
import { vatSheet } from '../../../src/vat/vat-sheet';
import { kopecks, reports, total } from '../report/some-reports';

const sheetOf = (report: Report): SheetPlan =>
  vatSheet({
    report,
    period: { from: '2024-01-01' as IsoDate, to: '2026-01-31' as IsoDate },
    ...{ periodField: 'BEGINDATE' as FieldName, periodFieldTitle: 'Дата счёта' },
    ownCompanies: new Map([5, 6].map((id) => [id as CompanyId, { id: id as CompanyId, title: `Мы ${id}` }])),
  });

const [MONTH, RATE, NAME, SUM, NET, TAX, OWN] = [0, 1, 2, 6, 7, 8, 9] as const;
const AMOUNTS = [SUM, NET, TAX];

interface Month {
  readonly totals: PlannedRow[];
  readonly buyers: PlannedRow[];
}
interface Block {
  readonly totals: PlannedRow[];
  readonly months: Month[];
}

/** The body taken apart by what its lines are. */
function blocksOf({ body }: SheetPlan): readonly Block[] {
  const blocks: Block[] = [];
  let last = '';
  for (const line of body) {
    const who = String(line.values[NAME]);
    if (line.values[RATE] === null && who === 'Строк нет') continue;
    if (who === 'Итого за период' && last !== who) blocks.push({ totals: [], months: [] });
    const block = blocks.at(-1);
    if (who === 'Итого за месяц' && last !== who) block?.months.push({ totals: [], buyers: [] });
    if (who === 'Итого за период') block?.totals.push(line);
    else if (who === 'Итого за месяц') block?.months.at(-1)?.totals.push(line);
    else block?.months.at(-1)?.buyers.push(line);
    last = who;
  }
  return blocks;
}

const holds = (property: (block: Block, plan: SheetPlan) => void): void =>
  fc.assert(
    fc.property(reports, (report) => {
      const plan = sheetOf(report);
      for (const block of blocksOf(plan)) property(block, plan);
    }),
  );

const ALL = 'все';
const ofRate = (lines: readonly PlannedRow[], rate: CellValue | undefined): PlannedRow[] =>
  lines.filter(({ values }) => values[RATE] === rate);
const amounts = (lines: readonly PlannedRow[]): number[] =>
  AMOUNTS.map((place) => total(lines.map(({ values }) => values[place])));

test('on every line what is without VAT and the VAT make the sum', () => {
  fc.assert(
    fc.property(reports, (report) => {
      const { body, footer } = sheetOf(report);
      for (const { values } of body)
        expect(kopecks(values[NET]) + kopecks(values[TAX])).toBe(kopecks(values[SUM]));
      for (const { values } of footer) {
        const [sum, net, tax] = AMOUNTS.map((place) => Number(values[place] ?? 0));
        expect(Number(net) + Number(tax)).toBeCloseTo(Number(sum), 6);
      }
    }),
  );
});

test('rates add up to all of them, months to the period by rate, buyers to the month by rate', () => {
  holds(({ totals, months }) => {
    for (const lines of [totals, ...months.map((month) => month.totals)])
      expect(amounts(lines.filter(({ values }) => values[RATE] !== ALL))).toEqual(
        amounts(ofRate(lines, ALL)),
      );
    for (const line of totals) {
      const rate = line.values[RATE];
      expect(amounts(months.flatMap((month) => ofRate(month.totals, rate)))).toEqual(amounts([line]));
    }
    for (const month of months)
      for (const line of month.totals.filter(({ values }) => values[RATE] !== ALL))
        expect(amounts(ofRate(month.buyers, line.values[RATE]))).toEqual(amounts([line]));
  });
});

test('months ascend, rates descend, buyers stand by sum and name; months and rates have lines only where rows are', () => {
  holds(({ totals, months }) => {
    const days = months.map((month) => Number(month.totals[0]?.values[MONTH]));
    expect([...new Set(days)].sort((a, b) => a - b)).toEqual(days);
    for (const lines of [totals, ...months.map((month) => month.totals)]) {
      const rates = lines.map(({ values }) => placeOf(values[RATE] ?? null));
      expect([...new Set(rates)].sort((a, b) => a - b)).toEqual(rates);
    }
    for (const { buyers } of months) {
      const places = buyers.map(({ values }) => [
        ...[placeOf(values[RATE] ?? null), -kopecks(values[SUM])],
        String(values[NAME] ?? ''),
      ]);
      expect([...places].sort(compare)).toEqual(places);
    }
  });
});

/** From high to low, then none, then one that cannot be read, then the line of all. */
function placeOf(rate: CellValue): number {
  if (rate === 'без НДС') return 1;
  if (rate === null) return 2;
  return rate === ALL ? 3 : 0 - Number(String(rate).replace(',', '.').replace('\u00a0%', ''));
}

type Place = readonly (number | string)[];

function compare(a: Place, b: Place): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  const [first = 0, second = 0] = [a[at], b[at]];
  return at === -1 ? 0 : first < second ? -1 : 1;
}

test('by currency the periods of all own companies tie to «Полный», and the lines below to «Краткий»', () => {
  fc.assert(
    fc.property(reports, (report) => {
      const plan = sheetOf(report);
      const detail = detailSheet(report, { portal: '', noteLines: [] });
      const rowsOfDetail = report.detail.flatMap(({ head, lines }) =>
        lines === 'unavailable' ? [head.invoice.currency] : lines.map(() => head.invoice.currency),
      );
      report.totals.forEach(({ currency, all, vat }, index) => {
        const format = report.totals.length > 1 && currency !== '' ? `#,##0.00 [$${currency}]` : '#,##0.00';
        const ofPeriod = blocksOf(plan)
          .flatMap(({ totals }) => ofRate(totals, ALL))
          .filter(({ style }) => style.formats[SUM] === format);
        const rows = detail.body
          .filter((_, row) => rowsOfDetail[row] === currency)
          .map(({ values }) => values);
        const [sum, , tax] = amounts(ofPeriod);
        expect([sum, tax]).toEqual([
          total(rows.map((cells) => cells[6])),
          total(rows.map((cells) => cells[7])),
        ]);
        const [, ofRows, ofInvoices, difference, rowless, others] = plan.footer
          .slice(index * 6, index * 6 + 6)
          .map(({ values }) => AMOUNTS.map((place) => Number(values[place] ?? 0)));
        expect(ofRows?.map(kopecks)).toEqual(amounts(ofPeriod));
        expect([ofInvoices?.[0], ofInvoices?.[2]]).toEqual([all, vat]);
        AMOUNTS.forEach((_, at) => {
          expect(Number(ofRows?.[at]) - Number(ofInvoices?.[at])).toBeCloseTo(Number(difference?.[at]), 6);
          expect(Number(rowless?.[at]) + Number(others?.[at])).toBeCloseTo(Number(difference?.[at]), 6);
        });
      });
    }),
  );
});

test('every line names its own company where there are several, the same on all lines of a block', () => {
  fc.assert(
    fc.property(reports, (report) => {
      const several = new Set(report.brief.map(({ head }) => head.invoice.ownCompanyId ?? null)).size > 1;
      const names = blocksOf(sheetOf(report)).map(({ totals, months }) => {
        const lines = [...totals, ...months.flatMap((month) => [...month.totals, ...month.buyers])];
        return new Set(lines.map(({ values }) => values[OWN]));
      });
      for (const ofBlock of names) {
        expect(ofBlock.size).toBe(1);
        expect(ofBlock.has(null)).toBe(!several);
      }
    }),
  );
});
