/** Plans as small as a test needs, in the shapes that the report makes. */
import type { CellValue, PlannedRow, RowStyle, SheetPlan } from '../../../src/report/SheetPlan';

const MONEY = '#,##0.00';
const DATE = 'dd.mm.yyyy';
const eight = <T>(value: T): T[] => Array.from({ length: 8 }, () => value);
const blank: readonly CellValue[] = eight(null);

const plain: RowStyle = {
  formats: eight('General'),
  alignments: eight('left' as const),
  fills: eight(null),
  weights: eight('normal' as const),
  colors: eight('#000000' as const),
};
const headerStyle: RowStyle = {
  ...plain,
  alignments: eight('center' as const),
  fills: eight('#fce4d6' as const),
  weights: eight('bold' as const),
};
const totalStyle: RowStyle = {
  ...plain,
  formats: ['General', 'General', 'General', MONEY, MONEY, 'General', 'General', 'General'],
  alignments: ['left', 'left', 'right', 'right', 'right', 'left', 'left', 'left'],
  weights: eight('bold' as const),
  colors: eight('#ff0000' as const),
};
const briefStyle: RowStyle = {
  ...plain,
  formats: ['@', '@', '@', MONEY, MONEY, DATE, DATE, DATE],
  alignments: ['center', 'center', 'left', 'right', 'right', 'center', 'center', 'center'],
  fills: eight('#ffc0cb' as const),
};
const detailStyle: RowStyle = {
  ...plain,
  formats: ['@', '@', '@', '@', 'General', MONEY, MONEY, MONEY],
  alignments: ['center', 'center', 'left', 'left', 'center', 'right', 'right', 'right'],
};

const row = (values: readonly CellValue[], style: RowStyle): PlannedRow => ({
  values,
  style,
  link: null,
  endsGroup: false,
});

export interface InvoiceCells {
  readonly number: string;
  readonly inn: string;
  readonly name: string;
  readonly sum: number;
}

export const invoice = (index: number): InvoiceCells => ({
  number: `СЧ-${index}`,
  inn: `077${index}`,
  name: `ООО «Ромашка ${index}»`,
  sum: index * 100.5,
});

export const invoices = (count: number): InvoiceCells[] =>
  Array.from({ length: count }, (_, index) => invoice(index + 1));

export function briefPlan(cells: readonly InvoiceCells[], note = 'Период: март'): SheetPlan {
  const names = ['Номер', 'ИНН', 'Контрагент', 'Сумма', 'НДС', 'Дата счёта', 'Дата отгрузки', 'Дата оплаты'];
  const body = cells.map(({ number, inn, name, sum }, index) => ({
    ...row([number, inn, name, sum, 0, 46_000 + index, null, 46_100], briefStyle),
    link: number === '' ? null : `https://portal.example/crm/type/31/details/${index + 1}/`,
  }));
  const total = cells.reduce((sum, cell) => sum + cell.sum, 0);
  return {
    sheet: 'brief',
    title: 'Краткий',
    widths: [110, 110, 280, 120, 120, 100, 100, 100],
    textColumns: [0, 1, 2],
    header: row(names, headerStyle),
    body,
    footer: [
      row(blank, plain),
      row([null, null, 'Всего счетов на сумму:', total, null, null, null, null], totalStyle),
    ],
    note,
  };
}

/** Two product rows an invoice. */
export function detailPlan(cells: readonly InvoiceCells[], note = 'Период: март'): SheetPlan {
  const names = ['Номер', 'ИНН', 'Контрагент', 'Наименование товара', 'Кол-во', 'Цена', 'Сумма', 'Сумма НДС'];
  const body = cells.flatMap(({ number, inn, name, sum }) => [
    row([number, inn, name, 'Доставка', 1, 10, 10, 0], detailStyle),
    { ...row([number, inn, name, 'Товар', 2, sum, sum * 2, null], detailStyle), endsGroup: true },
  ]);
  return {
    sheet: 'detail',
    title: 'Полный',
    widths: [110, 110, 240, 320, 80, 110, 120, 120],
    textColumns: [0, 1, 2, 3],
    header: row(names, { ...headerStyle, fills: eight('#c6e0b4' as const) }),
    body,
    footer: [],
    note,
  };
}
