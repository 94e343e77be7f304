/** Plans of sheets beside the two main ones, as small as a test needs: rows without amounts, totals and shares in the body. */
import type {
  CellValue,
  Color,
  ColumnKind,
  PlannedColumn,
  PlannedRow,
  RowStyle,
  SheetPlan,
} from '../../../src/report/SheetPlan';

const MONEY = '#,##0.00';

const column = (title: string, kind: ColumnKind, facts: Partial<PlannedColumn> = {}): PlannedColumn => ({
  ...{ title, kind, width: 100, hasLinks: false, total: null },
  ...facts,
});

const DEBTS = [
  column('Счёт', 'text', { hasLinks: true }),
  column('Контрагент', 'wrapped'),
  column('Срок оплаты', 'day'),
  column('Дней просрочки', 'whole'),
  column('Долг', 'money'),
  column('Не просрочено', 'money'),
];

const VAT = [
  column('Месяц', 'day'),
  column('Ставка НДС', 'text'),
  column('Контрагент', 'wrapped', { total: 'label' }),
  column('Счетов', 'whole'),
  column('НДС', 'vat', { total: 'sum' }),
];

const FORMATS: Readonly<Partial<Record<ColumnKind, string>>> = {
  text: '@',
  wrapped: '@',
  day: 'dd.mm.yyyy',
  whole: '0',
  money: MONEY,
  vat: MONEY,
};

function styleOf(columns: readonly PlannedColumn[], facts: Partial<RowStyle> = {}): RowStyle {
  const each = <T>(value: T): T[] => columns.map(() => value);
  return {
    formats: columns.map(({ kind }) => FORMATS[kind] ?? 'General'),
    alignments: each('center' as const),
    fills: each<Color | null>(null),
    weights: each('normal' as const),
    colors: each<Color>('#000000'),
    ...facts,
  };
}

const row = (values: readonly CellValue[], style: RowStyle, endsGroup = false): PlannedRow => ({
  ...{ values, style, endsGroup },
  link: null,
});

const header = (columns: readonly PlannedColumn[], fill: Color): PlannedRow =>
  row(
    columns.map(({ title }) => title),
    styleOf(columns, { formats: columns.map(() => '@'), fills: columns.map(() => fill) }),
  );

const bold = (columns: readonly PlannedColumn[]): Partial<RowStyle> => ({
  weights: columns.map(() => 'bold' as const),
});
const [OWED, BUYER] = [styleOf(DEBTS), styleOf(DEBTS, bold(DEBTS))];
const SHARE = styleOf(DEBTS, { ...bold(DEBTS), formats: ['@', '@', 'dd.mm.yyyy', '0', '0.0%', '0.0%'] });

export const share = (value: number | null): PlannedRow =>
  row([null, 'Доля:', null, null, null, value], SHARE);
export const nothingOwed = row([null, 'Долгов нет', null, null, null, null], OWED);
/** An invoice without a sum, and without a date. */
export const withoutAmount = row(['СЧ-0', 'ООО «Без суммы»', null, null, null, null], OWED);

/** So many invoices of one buyer, and one without a sum; in each currency, with totals and shares of it. */
export function debtsPlan(count: number, currencies: readonly string[] = ['']): SheetPlan {
  const ofCurrency = (currency: string): PlannedRow[] => {
    const owed = Array.from({ length: count }, (_, index) => ({
      ...row([`СЧ-${index + 1}`, 'ООО «Ромашка»', 46_000 + index, 3, 100 + index, null], OWED),
      link: `https://portal.example/crm/type/31/details/${index + 1}/`,
    }));
    const label = currency === '' ? 'Всего:' : `Всего, ${currency}:`;
    return [
      row([`${count} счетов`, 'ООО «Ромашка»', 46_000, 3, 100 * count, null], BUYER),
      ...owed,
      { ...withoutAmount, endsGroup: true },
      row([`${count} счетов`, label, null, null, 100 * count, 0], BUYER, true),
      share(count === 1 ? null : 0.195),
    ];
  };
  return {
    sheet: 'debts',
    title: 'Долги',
    columns: DEBTS,
    fixedColumns: DEBTS.length,
    ownTexts: { totals: [], body: ['Долгов нет', 'Доля:'] },
    header: header(DEBTS, '#f4cccc'),
    body: count === 0 ? [nothingOwed] : currencies.flatMap(ofCurrency),
    footer: [],
    noteLines: ['На дату: 20.05.2026'],
  };
}

export function vatPlan(count: number): SheetPlan {
  const style = styleOf(VAT, { formats: ['mm.yyyy', '@', '@', '0', MONEY] });
  const plain = styleOf(VAT, { formats: VAT.map(() => 'General') });
  const none = VAT.map(() => null);
  const rows = Array.from({ length: count }, (_, index) =>
    row([46_000, '22 %', `ООО «Ромашка ${index}»`, 1, 22 + index], style, index === count - 1),
  );
  return {
    sheet: 'vat',
    title: 'НДС',
    columns: VAT,
    fixedColumns: VAT.length,
    ownTexts: { totals: ['Строки листа «Полный»', 'Разница'], body: ['Строк нет'] },
    header: header(VAT, '#cfe2f3'),
    body: count === 0 ? [row([null, null, 'Строк нет', null, null], style)] : rows,
    footer: [
      row(none, plain),
      row([null, null, 'Строки листа «Полный»:', null, 22 * count], plain),
      row([null, null, 'Разница:', null, 0], plain),
    ],
    noteLines: ['Период: 01.04.2026 – 30.06.2026, поле «Дата счёта»', 'Месяц — по тому же полю'],
  };
}
