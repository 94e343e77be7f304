/** What holds on «Долги» of any report: figures add up, from cell to line, from line to buyer, to the totals. */
import fc from 'fast-check';
import type { FieldName, InvoiceId, IsoDate } from '../../../src/domain/ids';
import { debtsOf } from '../../../src/debts/debts-model';
import { debtsSheet } from '../../../src/debts/debts-sheet';
import type { BriefLine, Report } from '../../../src/report/report-model';
import type { PlannedRow, SheetPlan } from '../../../src/report/SheetPlan';
import { kopecks, PAID_SUM, reports, STAGES, total } from '../report/some-reports';

const TODAY = '2026-01-01' as IsoDate;
const [NUMBER, NAME, DUE, LATE, SUM] = [0, 1, 4, 5, 6] as const;

function sheetOf(
  brief: readonly BriefLine[],
  older: readonly BriefLine[],
  paidSumField: FieldName | '',
): SheetPlan {
  const payment = { dueDateField: 'CLOSEDATE' as FieldName, dueDays: 0, paidSumField };
  return debtsSheet(debtsOf({ brief, older, stages: STAGES, today: TODAY, payment }), {
    ...{ today: TODAY, dueDays: 0, portal: 'example.bitrix24.ru', byInvoice: true },
    ...{ scope: 'all', fieldTitles: { dueDate: '', paymentDate: null, paidSum: null } },
  });
}

interface Buyer {
  readonly line: PlannedRow;
  readonly invoices: PlannedRow[];
}
interface Block {
  readonly buyers: readonly Buyer[];
  readonly totals: PlannedRow;
  readonly shares: PlannedRow;
}

/** The body taken apart by what its lines are. */
function blocksOf({ body }: SheetPlan): readonly Block[] {
  const blocks: Block[] = [];
  let buyers: Buyer[] = [];
  body.forEach((line, index) => {
    const label = line.values[NAME];
    const shares = body[index + 1];
    if (line.link !== null) buyers.at(-1)?.invoices.push(line);
    else if (typeof label === 'string' && label.startsWith('Всего') && shares !== undefined) {
      blocks.push({ buyers, totals: line, shares });
      buyers = [];
    } else if (label !== 'Доля:' && label !== 'Долгов нет') buyers.push({ line, invoices: [] });
  });
  return blocks;
}

const anyDebts = fc
  .tuple(reports, fc.nat(), fc.constantFrom<FieldName | ''>('', PAID_SUM))
  .map(([report, cut, field]) => {
    // Some of the invoices are outside the report, and some of those are known to it too.
    const { brief } = report;
    const at = brief.length === 0 ? 0 : cut % (brief.length + 1);
    return { report, plan: sheetOf(brief.slice(0, at), brief.slice(Math.max(0, at - 2)), field) };
  });
const holds = (property: (block: Block, facts: { report: Report; plan: SheetPlan }) => void): void =>
  fc.assert(
    fc.property(anyDebts, (facts) => {
      for (const block of blocksOf(facts.plan)) property(block, facts);
    }),
  );

const FIGURES = [6, 7, 8, 9, 10, 11, 12];
const figures = ({ values }: PlannedRow): readonly number[] => FIGURES.map((place) => kopecks(values[place]));
const idOf = ({ link }: PlannedRow): number => Number(/\d+(?=\/$)/.exec(link ?? '')?.[0]);
const invoicesOf = ({ buyers }: Block): readonly PlannedRow[] => buyers.flatMap(({ invoices }) => invoices);

test('the whole of a line is the sum of its ages', () => {
  holds(({ buyers, totals, ...block }) => {
    for (const { values } of [
      ...buyers.map(({ line }) => line),
      totals,
      ...invoicesOf({ buyers, totals, ...block }),
    ])
      expect(kopecks(values[SUM])).toBe(total(values.slice(SUM + 1)));
  });
});

test('a buyer’s line is the sum of its invoices’, the totals that of all, figure by figure', () => {
  const summed = (lines: readonly PlannedRow[]): readonly number[] =>
    FIGURES.map((place) => total(lines.map(({ values }) => values[place])));
  holds(({ buyers, totals }) => {
    for (const { line, invoices } of buyers) expect(figures(line)).toEqual(summed(invoices));
    expect(figures(totals)).toEqual(summed(buyers.map(({ line }) => line)));
  });
});

test('a figure is empty where no invoice of the line has one, and never in the totals', () => {
  holds(({ buyers, totals }) => {
    for (const { line, invoices } of buyers)
      for (const place of FIGURES)
        expect(line.values[place] === null).toBe(invoices.every(({ values }) => values[place] === null));
    expect(FIGURES.map((place) => typeof totals.values[place])).toEqual(FIGURES.map(() => 'number'));
  });
});

test('a line counts its invoices, tells the earliest day and the most days, and is as old as its oldest', () => {
  holds(({ buyers, totals, ...block }) => {
    for (const { line, invoices } of buyers) {
      const numbers = (place: number): number[] =>
        invoices.flatMap(({ values }) => (typeof values[place] === 'number' ? values[place] : []));
      const [days, late] = [numbers(DUE), numbers(LATE)];
      expect(parseInt(String(line.values[NUMBER]))).toBe(invoices.length);
      expect(line.values[DUE]).toBe(days.length === 0 ? null : Math.min(...days));
      expect(line.values[LATE]).toBe(late.length === 0 ? null : Math.max(...late));
      const most = Math.max(0, ...late);
      const fill =
        most === 0
          ? '#efefef'
          : most <= 30
            ? '#fff2cc'
            : most <= 60
              ? '#fce5cd'
              : most <= 90
                ? '#f4cccc'
                : '#ea9999';
      expect(new Set(line.style.fills)).toEqual(new Set([fill]));
    }
    expect(parseInt(String(totals.values[NUMBER]))).toBe(invoicesOf({ buyers, totals, ...block }).length);
  });
});

test('no line adds up two currencies, and no invoice stands there twice', () => {
  holds((block, { report }) => {
    const currencyOf = (id: number): string =>
      report.brief.find(({ head }) => head.invoice.id === (id as InvoiceId))?.head.invoice.currency ?? '?';
    const ids = invoicesOf(block).map(idOf);
    const currencies = new Set(ids.map(currencyOf));
    expect(currencies.size).toBe(1);
    expect(new Set(ids).size).toBe(ids.length);
    const label = String(block.totals.values[NAME]);
    if (label !== 'Всего:') expect(label).toBe(`Всего, ${[...currencies].join('') || 'без валюты'}:`);
  });
});

test('buyers stand by what is overdue, then by the whole, then by name; invoices by day, then by id', () => {
  holds(({ buyers }) => {
    const places = buyers.map(({ line: { values } }) => [
      -total(values.slice(8, 12)),
      -kopecks(values[SUM]),
      String(values[NAME] ?? ''),
    ]);
    expect([...places].sort(compare)).toEqual(places);
    for (const { invoices } of buyers) {
      const days = invoices.map((line) => [Number(line.values[DUE] ?? Infinity), idOf(line)]);
      expect([...days].sort(compare)).toEqual(days);
    }
  });
});

type Place = readonly (number | string)[];

function compare(a: Place, b: Place): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  const [first = 0, second = 0] = [a[at], b[at]];
  return at === -1 ? 0 : first < second ? -1 : 1;
}

test('shares are those of the totals, to a tenth of a per cent', () => {
  holds(({ totals, shares }) => {
    const whole = kopecks(totals.values[SUM]);
    for (const place of FIGURES.slice(1)) {
      const share = shares.values[place] ?? null;
      if (whole <= 0) expect(share).toBeNull();
      else
        expect(Math.abs(Number(share) * whole - kopecks(totals.values[place]))).toBeLessThanOrEqual(
          whole * 0.0005 + 1e-6,
        );
    }
  });
});

test('of the period alone, and without paid sums, debts are the sums of the unpaid that have not failed', () => {
  fc.assert(
    fc.property(reports, (report) => {
      const plan = sheetOf(report.brief, [], '');
      const unpaid = report.brief.filter(({ head, isPaid }) => !isPaid && head.invoice.stageId !== 'F');
      const away = (sum: number): number => Math.sign(sum) * Math.round(Math.abs(sum) * 100 + 1e-7);
      const sum = unpaid.reduce((all, line) => all + away(line.sum ?? 0), 0);
      expect(total(blocksOf(plan).map(({ totals }) => totals.values[SUM]))).toBe(sum + 0);
    }),
  );
});
