/** The sheet «Сводка» as the contract describes it, worked out from the portal's own records. */
import type { PortalData } from '../../portal/data/PortalData';
import { DrawnBlocks } from './DrawnBlocks';
import { exactly, rounded, type Fraction } from './exact';
import { openOutside, type DebtsWanted } from './expected-debts';
import { expectedInvoices, type ExpectedInvoice } from './expected-invoices';
import { buyersOf, compareKeys, currenciesOf, owedOf, paidSum, shownBy, sumOf } from './expected-words';
import type { SheetPicture } from './picture';

export interface SummaryWanted extends DebtsWanted {
  /** Whether «Долги» is made too, be it of the period or of all. */
  readonly debtsOn: boolean;
}

interface Line {
  readonly invoice: ExpectedInvoice;
  readonly billed: number;
  readonly paid: number;
  readonly unpaid: number;
  readonly late: number;
  readonly tax: number;
}

const MONTHS = 'Январь Февраль Март Апрель Май Июнь Июль Август Сентябрь Октябрь Ноябрь Декабрь'.split(' ');
const AGES = ['Не просрочено', '1–30 дней', '31–60 дней', '61–90 дней', 'Более 90 дней', 'Без срока'];
const FIGURES = ['Счетов', 'Выставлено', 'Оплачено', 'Не оплачено', 'Просрочено'];

/** `face`: the line over the table, which tells the time. */
export function expectedSummary(data: PortalData, wanted: SummaryWanted, face: string): SheetPicture {
  const all = expectedInvoices(data, wanted).map((invoice) => lineOf(data, invoice, wanted));
  const invoices = all.map(({ invoice }) => invoice);
  const main = mainOf(invoices);
  const several = new Set(invoices.map(({ currency }) => currency)).size > 1;
  const lines = all.filter(({ invoice }) => invoice.currency === main);
  const sheet = new DrawnBlocks(face);
  const money = formatOf(several ? main : '');
  const billed = sumOf(lines.map((line) => line.billed));

  sheet.heads(2, ['Выставлено', 'Счетов', 'Оплачено', 'Не оплачено', 'Просрочено', 'НДС', 'Оплачено, %']);
  const paid = sumOf(lines.map((line) => line.paid));
  const late = sumOf(lines.map((line) => line.late));
  sheet.top([
    [billed, money],
    [lines.length, '0'],
    [paid, money],
    [sumOf(lines.map(({ unpaid }) => unpaid)), money],
    [late, money],
    [sumOf(lines.map(({ tax }) => tax)), money],
    [billed > 0 ? quotient(paid, billed, 10_000n) / 10_000 : null, '0%'],
  ]);
  sheet.frame(2, 3);

  const block = (
    row: number,
    title: string,
    parts: readonly (readonly [string, readonly Line[]])[],
  ): void => {
    sheet.titles(row, [title, ...FIGURES, 'Доля']);
    parts.forEach(([label, of], index) => {
      const share = shareOf(sumOf(of.map((line) => line.billed)), billed);
      sheet.line(row + 1 + index, label, figures(of), money, share);
    });
    sheet.frame(row, row + parts.length);
  };
  block(5, 'Месяц', months(all, lines, wanted));
  const isWide = wanted.debtsOn && wanted.all;
  sheet.titles(19, [
    `Долги по срокам${isWide ? ', и вне периода' : ''}`,
    ...['Счетов', 'Долг', '', '', '', 'Доля'],
  ]);
  const ages = agesOf(data, wanted, main, isWide);
  const owed = sumOf(ages.map(({ sum }) => sum));
  ages.forEach(({ count, sum }, index) =>
    sheet.line(20 + index, AGES[index] ?? '', [count, sum, null, null, null], money, shareOf(sum, owed)),
  );
  sheet.frame(19, 25);
  block(27, 'Покупатель', buyers(invoices, lines));
  block(40, 'Стадия', stages(data, lines));
  const others = currenciesOf(invoices).filter((currency) => currency !== main);
  if (others.length > 0) {
    sheet.titles(54, ['Другие валюты', ...FIGURES, '']);
    const told = others.length > 5 ? others.slice(0, 4) : others;
    told.forEach((currency, index) => {
      const of = all.filter(({ invoice }) => invoice.currency === currency);
      sheet.line(55 + index, currency || 'без валюты', figures(of), formatOf(currency), '');
    });
    const rest = others.slice(told.length);
    if (rest.length > 0) {
      const count = all.filter(({ invoice }) => rest.includes(invoice.currency)).length;
      sheet.line(59, `Ещё валют: ${rest.length}`, [count, null, null, null, null], formatOf(''), '');
    }
    sheet.frame(54, 54 + Math.min(5, others.length));
  }
  return sheet.picture();
}

/** What the chart of each block shows: its lines without the one for all other buyers, one at least. */
export function expectedLines(data: PortalData, wanted: SummaryWanted): readonly number[] {
  const all = expectedInvoices(data, wanted).map((invoice) => lineOf(data, invoice, wanted));
  const invoices = all.map(({ invoice }) => invoice);
  const lines = all.filter(({ invoice }) => invoice.currency === mainOf(invoices));
  const counts = [
    months(all, lines, wanted).length,
    AGES.length,
    Math.min(10, buyers(invoices, lines).length),
    stages(data, lines).length,
  ];
  return counts.map((count) => Math.max(1, count));
}

function lineOf(data: PortalData, invoice: ExpectedInvoice, wanted: SummaryWanted): Line {
  const { sum, semantics, unpaid } = invoice;
  const tax = data.invoices.get(invoice.id)?.TAX_VALUE ?? 0;
  const nothing = { invoice, tax, billed: sum ?? 0, paid: 0, unpaid: 0, late: 0 };
  if (sum === null || semantics === 'F') return nothing;
  const part = paidSum(data, invoice, wanted.paidSumField);
  const kopecks = rounded(exactly(sum));
  if (!unpaid || (kopecks > 0 && part >= kopecks)) return { ...nothing, paid: sum };
  const owed = owedOf(data, invoice, wanted);
  const debt = owed?.debt ?? 0;
  return { ...nothing, paid: part, unpaid: debt, late: owed !== null && owed.daysLate !== null ? debt : 0 };
}

function mainOf(invoices: readonly ExpectedInvoice[]): string {
  const codes = currenciesOf(invoices);
  if (codes.length === 0 || codes.includes('RUB')) return 'RUB';
  const many = (code: string): number => invoices.filter(({ currency }) => currency === code).length;
  const most = Math.max(...codes.map(many));
  return codes.find((code) => many(code) === most) ?? '';
}

const figures = (of: readonly Line[]): (number | null)[] => [
  of.length,
  sumOf(of.map(({ billed }) => billed)),
  sumOf(of.map(({ paid }) => paid)),
  sumOf(of.map(({ unpaid }) => unpaid)),
  sumOf(of.map(({ late }) => late)),
];

function months(
  all: readonly Line[],
  lines: readonly Line[],
  { from, to, today }: SummaryWanted,
): (readonly [string, readonly Line[]])[] {
  const monthOf = ({ invoice }: Line): string => invoice.periodDay.slice(0, 7);
  const [thisMonth, lastUsed] = [today.slice(0, 7), all.map(monthOf).sort().at(-1) ?? ''];
  const found: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = after(month)) {
    if (month <= thisMonth || month <= lastUsed) found.push(month);
  }
  const shown = found.length > 12 ? found.slice(-11) : found;
  const parts = shown.map((month) => {
    const name = `${MONTHS[Number(month.slice(5)) - 1]} ${month.slice(0, 4)}`;
    return [name, lines.filter((line) => monthOf(line) === month)] as const;
  });
  if (found.length <= 12) return parts;
  return [['Ранее', lines.filter((line) => monthOf(line) < String(shown[0]))], ...parts];
}

function after(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = number === 12 ? [year + 1, 1] : [year, number + 1];
  return next.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

function agesOf(
  data: PortalData,
  wanted: SummaryWanted,
  main: string,
  isWide: boolean,
): { readonly count: number; readonly sum: number }[] {
  const reported = expectedInvoices(data, wanted);
  const outside = isWide ? openOutside(data, wanted, new Set(reported.map(({ id }) => id))) : [];
  const owed = [...reported, ...outside]
    .filter(({ currency }) => currency === main)
    .flatMap((invoice) => owedOf(data, invoice, wanted) ?? []);
  return AGES.map((_, age) => {
    const own = owed.filter(({ due, daysLate }) => {
      if (due === null) return age === 5;
      if (daysLate === null) return age === 0;
      return age === (daysLate <= 30 ? 1 : daysLate <= 60 ? 2 : daysLate <= 90 ? 3 : 4);
    });
    return { count: own.length, sum: sumOf(own.flatMap(({ debt }) => debt ?? [])) };
  });
}

function buyers(
  invoices: readonly ExpectedInvoice[],
  lines: readonly Line[],
): (readonly [string, readonly Line[]])[] {
  const found = buyersOf(lines, ({ invoice }) => invoice).map(({ key, lines: of }) => ({
    ...{ key, of, name: shownBy(key, invoices).buyer },
    billed: sumOf(of.map(({ billed }) => billed)),
  }));
  found.sort((a, b) => {
    if (a.billed !== b.billed) return b.billed - a.billed;
    return a.name === b.name ? compareKeys(a.key, b.key) : a.name < b.name ? -1 : 1;
  });
  const rest = found.slice(10);
  return [
    ...found.slice(0, 10).map(({ name, of }) => [name, of] as const),
    ...(rest.length === 0 ? [] : [[`Остальные (${rest.length})`, rest.flatMap(({ of }) => of)] as const]),
  ];
}

function stages(data: PortalData, lines: readonly Line[]): (readonly [string, readonly Line[]])[] {
  const stageOf = ({ invoice }: Line) => {
    const id = data.invoices.get(invoice.id)?.STAGE_ID;
    return data.stages.find(({ STATUS_ID }) => STATUS_ID === id);
  };
  const nameOf = (line: Line): string => stageOf(line)?.NAME ?? 'Неизвестная стадия';
  /** Comparable as texts. */
  const placeOf = (line: Line): string => {
    const stage = stageOf(line);
    if (stage === undefined) return '3';
    const group = stage.SEMANTICS === 'S' ? '1' : stage.SEMANTICS === 'F' ? '2' : '0';
    return `${group} ${String(stage.SORT).padStart(9, '0')}`;
  };
  const names = [...new Set(lines.map(nameOf))].map((name) => {
    const of = lines.filter((line) => nameOf(line) === name);
    return { name, of, place: of.map(placeOf).sort()[0] ?? '' };
  });
  names.sort((a, b) => (a.place === b.place ? (a.name < b.name ? -1 : 1) : a.place < b.place ? -1 : 1));
  if (names.length <= 12) return names.map(({ name, of }) => [name, of]);
  const rest = names.slice(11);
  return [
    ...names.slice(0, 11).map(({ name, of }) => [name, of] as const),
    [`Другие (${rest.length})`, rest.flatMap(({ of }) => of)],
  ];
}

const formatOf = (currency: string): string => `#,##0.00${currency === '' ? '' : ` [$${currency}]`}`;

/** factor × part / whole of a positive whole, half away from zero. */
function quotient(part: number, whole: number, factor: bigint): number {
  const [a, b]: Fraction[] = [exactly(part), exactly(whole)];
  if (a === undefined || b === undefined) throw new Error('two fractions');
  const top = a.numerator * b.denominator * factor;
  const bottom = a.denominator * b.numerator;
  const size = top < 0n ? -top : top;
  const result = Number((2n * size + bottom) / (2n * bottom));
  return top < 0n ? -result + 0 : result;
}

function shareOf(part: number, whole: number): string {
  if (whole <= 0 || part < 0) return '';
  if (part === 0) return '0\u00a0%';
  const bar = '█'.repeat(Math.min(100, quotient(part, whole, 20n)));
  const percent = String(quotient(part, whole, 100n)).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  return `${bar === '' ? '▏' : bar} ${percent}\u00a0%`;
}
