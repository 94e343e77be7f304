/** The sheet «НДС» as the contract describes it, worked out from the portal's own records. */
import type { PortalData } from '../../portal/data/PortalData';
import { DrawnTable, type Content } from './DrawnTable';
import { exactly } from './exact';
import { expectedInvoices, type ExpectedInvoice, type ExpectedRow, type Wanted } from './expected-invoices';
import { centred, day, money, name, vat, whole } from './expected-sheets';
import { buyersOf, compareKeys, currenciesOf, minus, nearest, shownBy, sumOf } from './expected-words';
import type { SheetPicture } from './picture';

const HEADER = [
  ...['Месяц', 'Ставка НДС', 'Контрагент', 'ИНН', 'КПП', 'Счетов'],
  ...['Сумма с НДС', 'Сумма без НДС', 'НДС', 'Наша компания'],
];
/** Column A, then B to K, in pixels. */
const WIDTHS = [20, 80, 90, 280, 110, 90, 70, 120, 120, 120, 200];
const LABELS = 4;
const SUMS = 8;
const AMOUNT = '#,##0.00';

interface Line {
  readonly invoice: ExpectedInvoice;
  readonly row: ExpectedRow;
}

/** What stands in the first five cells of a line, and in the last. */
interface Place {
  readonly month: string | null;
  readonly texts: readonly [who: string, inn: string, kpp: string];
  readonly company: string;
}

/** `face`: the line over the table, which tells the time. */
export function expectedVat(data: PortalData, wanted: Wanted, face: string): SheetPicture {
  const invoices = expectedInvoices(data, wanted);
  const lines = invoices.flatMap((invoice) => invoice.rows.map((row) => ({ invoice, row })));
  const onSheet = invoices.filter(({ rows }) => rows.length > 0);
  const several = currenciesOf(invoices).length > 1;
  const suffixOf = (currency: string): string => (several && currency !== '' ? ` [$${currency}]` : '');
  const companies = [...new Set(invoices.map(({ ownCompany }) => ownCompany))].sort((a, b) => a - b);
  const inOrder = [...companies.filter((id) => id > 0), ...companies.filter((id) => id === 0)];
  const table = new DrawnTable(HEADER, '#CFE2F3', WIDTHS);
  table.addFace(face);
  let rows = 0;
  const add = (cells: readonly Content[], fill: string | null): void => {
    table.addRow(cells, fill);
    rows += 1;
  };
  for (const company of inOrder) {
    for (const currency of currenciesOf(invoices)) {
      const block = lines.filter(
        ({ invoice }) => invoice.ownCompany === company && invoice.currency === currency,
      );
      if (block.length === 0) continue;
      const suffix = suffixOf(currency);
      const place = { company: companies.length < 2 ? '' : companyName(data, company) };
      const totals = (of: readonly Line[], month: string | null, who: string, fill: string): void => {
        const at: Place = { ...place, month, texts: [who, '', ''] };
        for (const rate of ratesOf(of)) add(lineOf(ofRate(of, rate), at, rate, suffix).map(bold), fill);
        add(lineOf(of, at, 'все', suffix).map(bold), fill);
      };
      totals(block, null, 'Итого за период', '#EAF2FB');
      table.closeGroup();
      const monthOf = ({ invoice }: Line): string => `${invoice.periodDay.slice(0, 7)}-01`;
      for (const month of [...new Set(block.map(monthOf))].sort()) {
        const ofMonth = block.filter((line) => monthOf(line) === month);
        totals(ofMonth, month, 'Итого за месяц', '#F3F3F3');
        for (const rate of ratesOf(ofMonth)) {
          const buyers = buyersOf(ofRate(ofMonth, rate), ({ invoice }) => invoice).map(
            ({ key, lines: own }) => ({
              ...{ key, own, shown: shownBy(key, onSheet) },
              sum: sumOf(own.map(({ row }) => row.sum)),
            }),
          );
          buyers.sort(
            (a, b) =>
              b.sum - a.sum ||
              (a.shown.buyer === b.shown.buyer
                ? compareKeys(a.key, b.key)
                : a.shown.buyer < b.shown.buyer
                  ? -1
                  : 1),
          );
          for (const { own, shown } of buyers) {
            const texts = [shown.buyer, shown.inn, shown.kpp] as const;
            add(lineOf(own, { ...place, month, texts }, rate, suffix), null);
          }
        }
        table.closeGroup();
      }
    }
  }
  if (rows === 0) {
    const empty = Array.from({ length: 6 }, () => ({ value: 'empty' }));
    add([...['', ''].map(centred), name('Строк нет'), ...empty, name('')], null);
  }
  table.frame();
  let at = 3 + rows;
  for (const currency of invoices.length === 0 ? [''] : currenciesOf(invoices)) {
    at += 1;
    const ending = several ? `, ${currency || 'без валюты'}:` : ':';
    for (const [label, sums] of footer(invoices.filter((invoice) => invoice.currency === currency))) {
      const look = { bold: true, horizontal: 'right' };
      table.put(at, LABELS, { value: `text ${label}${ending}`, ...look });
      sums.forEach((sum, index) => {
        table.put(at, SUMS + index, { value: `number ${sum}`, format: AMOUNT + suffixOf(currency), ...look });
      });
      at += 1;
    }
  }
  return table.picture();
}

/** From high to low, no VAT last. */
const ratesOf = (lines: readonly Line[]): (number | null)[] =>
  [...new Set(lines.map(({ row }) => row.rate))].sort((a, b) => (b ?? -1) - (a ?? -1));

const ofRate = (lines: readonly Line[], rate: number | null): Line[] =>
  lines.filter(({ row }) => row.rate === rate);

function lineOf(
  lines: readonly Line[],
  { month, texts, company }: Place,
  rate: number | string | null,
  suffix: string,
) {
  const gross = sumOf(lines.map(({ row }) => row.sum));
  const tax = sumOf(lines.map(({ row }) => row.vat ?? 0));
  const named = typeof rate === 'number' ? `${String(rate).replace('.', ',')}\u00a0%` : (rate ?? 'без НДС');
  const [who, inn, kpp] = texts;
  return [
    ...[{ ...day(month), format: 'mm.yyyy' }, centred(named), name(who), centred(inn), centred(kpp)],
    whole(new Set(lines.map(({ invoice }) => invoice.id)).size),
    ...[money(gross, suffix), money(less(gross, tax), suffix), vat(rate === null ? null : tax, suffix)],
    name(company),
  ];
}

const less = (a: number, b: number): number => nearest(minus(exactly(a), exactly(b)));

type Sums = readonly [gross: number, net: number, tax: number];

function footer(invoices: readonly ExpectedInvoice[]): (readonly [string, Sums])[] {
  const rows = invoices.flatMap((invoice) => invoice.rows);
  const sumsOf = (gross: number, tax: number): Sums => [gross, less(gross, tax), tax];
  const ofInvoices = (some: readonly ExpectedInvoice[]): Sums =>
    sumsOf(sumOf(some.map(({ sum }) => sum ?? 0)), sumOf(some.map((invoice) => invoice.vat ?? 0)));
  const difference = (a: Sums, b: Sums): Sums => [less(a[0], b[0]), less(a[1], b[1]), less(a[2], b[2])];
  const first = sumsOf(sumOf(rows.map(({ sum }) => sum)), sumOf(rows.map((row) => row.vat ?? 0)));
  const second = ofInvoices(invoices);
  const whole = difference(first, second);
  const rowless = difference([0, 0, 0], ofInvoices(invoices.filter((invoice) => invoice.rows.length === 0)));
  return [
    ['Строки листа «Полный»', first],
    ['Счета листа «Краткий»', second],
    ['Разница', whole],
    ['из неё счета без строк', rowless],
    ['из неё остальные счета', difference(whole, rowless)],
  ];
}

function companyName(data: PortalData, id: number): string {
  if (id === 0) return '(без компании)';
  return data.companies.get(id)?.TITLE ?? `(компания ${id} недоступна)`;
}

const bold = (content: Content): Content => ({ ...content, bold: true });
