/** The sheet «Долги» as the contract describes it, worked out from the portal's own records. */
import type { PortalData } from '../../portal/data/PortalData';
import { DrawnTable, type Content } from './DrawnTable';
import { exactly, type Fraction } from './exact';
import { expectedInvoices, type Wanted } from './expected-invoices';
import { centred, day, money, name, whole } from './expected-sheets';
import {
  buyersOf,
  compareKeys,
  currenciesOf,
  owedOf,
  shownBy,
  sumOf,
  type DueWanted,
  type Owed,
} from './expected-words';
import type { SheetPicture } from './picture';

export interface DebtsWanted extends Wanted, DueWanted {
  /** Invoices outside the period too. */
  readonly all: boolean;
  readonly byInvoice: boolean;
}

const HEADER = [
  ...['Счёт', 'Контрагент', 'ИНН', 'Дата счёта', 'Срок оплаты', 'Дней просрочки', 'Долг', 'Не просрочено'],
  ...['1–30 дней', '31–60 дней', '61–90 дней', 'Более 90 дней', 'Без срока'],
];
/** Column A, then B to N, in pixels. */
const WIDTHS = [20, 110, 280, 110, 100, 100, 90, 120, 120, 110, 110, 110, 110, 110];
const BUCKETS = ['I', 'J', 'K', 'L', 'M', 'N'] as const;
const FILLS = { I: '#EFEFEF', J: '#FFF2CC', K: '#FCE5CD', L: '#F4CCCC', M: '#EA9999', N: '#EFEFEF' };

/** `face`: the line over the table, which tells the time. */
export function expectedDebts(
  data: PortalData,
  wanted: DebtsWanted,
  host: string,
  face: string,
): SheetPicture {
  const reported = expectedInvoices(data, wanted);
  const outside = wanted.all ? openOutside(data, wanted, new Set(reported.map(({ id }) => id))) : [];
  const owed = [...reported, ...outside].flatMap((invoice) => owedOf(data, invoice, wanted) ?? []);
  const onSheet = owed.map(({ invoice }) => invoice);
  const several = currenciesOf([...reported, ...onSheet]).length > 1;
  const table = new DrawnTable(HEADER, '#F4CCCC', WIDTHS);
  table.addFace(face);
  if (owed.length === 0) table.addRow([centred(''), name('Долгов нет'), ...blank(11)], null);
  for (const currency of currenciesOf(onSheet)) {
    const own = owed.filter(({ invoice }) => invoice.currency === currency);
    const suffix = several && currency !== '' ? ` [$${currency}]` : '';
    const buyers = buyersOf(own, ({ invoice }) => invoice).map(({ key, lines }) => {
      const { buyer, inn } = shownBy(key, onSheet);
      return {
        key,
        buyer,
        inn,
        lines,
        late: sumOf(debtsOf(lines.filter(({ daysLate }) => daysLate !== null))),
      };
    });
    buyers.sort(
      (a, b) =>
        b.late - a.late ||
        sumOf(debtsOf(b.lines)) - sumOf(debtsOf(a.lines)) ||
        (a.buyer === b.buyer ? compareKeys(a.key, b.key) : a.buyer < b.buyer ? -1 : 1),
    );
    for (const { buyer, inn, lines } of buyers) {
      const days = lines.flatMap(({ due }) => due ?? []).sort();
      const late = Math.max(0, ...lines.map(({ daysLate }) => daysLate ?? 0));
      const line = [
        ...[centred(counted(lines.length)), name(buyer), centred(inn), day(null), day(days[0] ?? null)],
        ...[whole(late === 0 ? null : late), ...figures(lines, suffix, null)],
      ];
      table.addRow(
        line.map(bold),
        FILLS[bucketOf({ due: days[0] ?? null, daysLate: late === 0 ? null : late })],
      );
      for (const one of wanted.byInvoice ? [...lines].sort(inOrder) : []) {
        const { invoice, due, daysLate } = one;
        const number = { ...centred(invoice.number || `id ${invoice.id}`) };
        const link = `https://${host}/crm/type/31/details/${invoice.id}/`;
        const fill = daysLate === null ? {} : { fill: FILLS[bucketOf(one)] };
        table.addRow(
          [
            ...[{ ...number, link }, name(buyer), centred(inn), day(invoice.date), day(due)],
            ...[{ ...whole(daysLate), ...fill }, ...figures([one], suffix, null)],
          ],
          null,
        );
      }
      table.closeGroup();
    }
    const label = several ? `Всего, ${currency || 'без валюты'}:` : 'Всего:';
    const totals = [centred(counted(own.length)), toTheRight(label), ...blank(4), ...figures(own, suffix, 0)];
    table.addRow(totals.map(bold), null);
    table.closeGroup();
    table.addRow(
      [centred(''), bold(toTheRight('Доля:')), ...blank(4), money(null, ''), ...shares(own)],
      null,
    );
    table.closeGroup();
  }
  table.frame();
  return table.picture();
}

/** In a stage that the portal knows as open, of the last three years, no templates. */
export function openOutside(data: PortalData, wanted: DebtsWanted, known: ReadonlySet<number>) {
  const [year = '', month = '', date = ''] = wanted.today.split('-');
  const from = `${Number(year) - 3}-${month}-${month === '02' && date === '29' ? '28' : date}`;
  const everything = { ...wanted, from, to: '9999-12-31', periodField: 'BEGINDATE', excludeFailed: false };
  return expectedInvoices(data, everything).filter(
    ({ id, semantics }) => !known.has(id) && semantics !== null && semantics !== 'S' && semantics !== 'F',
  );
}

const debtsOf = (lines: readonly Owed[]): number[] => lines.flatMap(({ debt }) => debt ?? []);

function bucketOf({ due, daysLate }: Pick<Owed, 'due' | 'daysLate'>): (typeof BUCKETS)[number] {
  if (due === null) return 'N';
  if (daysLate === null) return 'I';
  return daysLate <= 30 ? 'J' : daysLate <= 60 ? 'K' : daysLate <= 90 ? 'L' : 'M';
}

/** H to N; `empty` stands where no line has a figure. */
function figures(lines: readonly Owed[], suffix: string, empty: number | null): Content[] {
  const parts = [lines, ...BUCKETS.map((bucket) => lines.filter((line) => bucketOf(line) === bucket))];
  return parts.map((part) => {
    const debts = debtsOf(part);
    return money(debts.length === 0 ? empty : sumOf(debts), suffix);
  });
}

function shares(lines: readonly Owed[]): Content[] {
  const all = sumOf(debtsOf(lines));
  return BUCKETS.map((bucket) => {
    if (all <= 0) return money(null, '');
    const part = sumOf(debtsOf(lines.filter((line) => bucketOf(line) === bucket)));
    return { ...money(thousandths(exactly(part), exactly(all)), ''), format: '0.0%' };
  });
}

/** a / b of a positive b to three decimals, half away from zero. */
function thousandths(a: Fraction, b: Fraction): number {
  const numerator = a.numerator * b.denominator;
  const denominator = a.denominator * b.numerator;
  const size = numerator < 0n ? -numerator : numerator;
  const whole = (size * 2_000n + denominator) / (denominator * 2n);
  return Number(numerator < 0n ? -whole : whole) / 1_000 + 0;
}

function inOrder(a: Owed, b: Owed): number {
  const [first, second] = [a.due ?? '9999-99-99', b.due ?? '9999-99-99'];
  return first === second ? a.invoice.id - b.invoice.id : first < second ? -1 : 1;
}

function counted(count: number): string {
  const grouped = String(count).replace(/\B(?=(\d{3})+$)/g, '\u00a0');
  const teen = Math.floor((count % 100) / 10) === 1;
  const last = teen ? 0 : count % 10;
  return `${grouped} ${last === 1 ? 'счёт' : last >= 2 && last <= 4 ? 'счёта' : 'счетов'}`;
}

const bold = (content: Content): Content => ({ ...content, bold: true });
const toTheRight = (label: string): Content => ({ ...name(label), horizontal: 'right' });
const blank = (count: number): Content[] => Array.from({ length: count }, () => ({ value: 'empty' }));
