/** Plans as small as a test needs, in the shapes that the report makes; their columns are these tests' own. */
import {
  type CellValue,
  type Color,
  isTextual,
  type PlannedColumn,
  type PlannedRow,
  type RowStyle,
  type SheetPlan,
} from '../../../src/report/SheetPlan';

const STYLES = {
  text: ['@', 'center'],
  wrapped: ['@', 'left'],
  mixed: ['@', 'left'],
  bar: ['@', 'left'],
  number: ['General', 'center'],
  amount: ['General', 'right'],
  whole: ['0', 'center'],
  money: ['#,##0.00', 'right'],
  vat: ['#,##0.00', 'right'],
  day: ['dd.mm.yyyy', 'center'],
  month: ['mm.yyyy', 'center'],
  note: ['General', 'left'],
} as const;

const column = (
  title: string,
  width: number,
  kind: PlannedColumn['kind'],
  facts: Partial<PlannedColumn> = {},
): PlannedColumn => ({ title, width, kind, hasLinks: false, total: null, ...facts });

const BRIEF = [
  column('Номер', 110, 'text', { hasLinks: true }),
  column('ИНН', 110, 'text'),
  column('Контрагент', 280, 'wrapped', { total: 'label' }),
  column('Сумма', 120, 'money', { total: 'sum' }),
  column('НДС', 120, 'vat'),
  column('Дата счёта', 100, 'day'),
  column('Дата отгрузки', 100, 'day'),
  column('Дата оплаты', 100, 'day'),
];

const DETAIL = [
  column('Номер', 110, 'text'),
  column('ИНН', 110, 'text'),
  column('Контрагент', 240, 'wrapped'),
  column('Наименование товара', 320, 'wrapped'),
  column('Кол-во', 80, 'number'),
  column('Цена', 110, 'money'),
  column('Сумма', 120, 'money'),
  column('Сумма НДС', 120, 'vat'),
];

const TOTALS = [
  'Всего счетов на сумму',
  'Счетов без НДС на сумму',
  'Счетов с НДС на сумму',
  'Всего НДС в счетах',
];

/** Columns of both tables. */
export const WIDTH = BRIEF.length;

/** Zero-based columns of a plan that hold text. */
export const textColumnsOf = ({ columns }: SheetPlan): number[] =>
  columns.flatMap((one, index) => (isTextual(one) ? [index] : []));

export const widthsOf = ({ columns }: SheetPlan): number[] => columns.map(({ width }) => width);

/** The plan with other widths of its columns. */
export const withWidths = (plan: SheetPlan, widths: readonly number[]): SheetPlan => ({
  ...plan,
  columns: plan.columns.map((one, index) => ({ ...one, width: widths[index] ?? one.width })),
});

const each = <T>(value: T): T[] => BRIEF.map(() => value);

const plain: RowStyle = {
  formats: each('General'),
  alignments: each('left' as const),
  fills: each(null),
  weights: each('normal' as const),
  colors: each('#000000' as const),
};
const headerStyle: RowStyle = {
  ...plain,
  alignments: each('center' as const),
  fills: each('#fce4d6' as const),
  weights: each('bold' as const),
};
const totalStyle: RowStyle = {
  ...plain,
  formats: BRIEF.map(({ kind }) => (kind === 'money' || kind === 'vat' ? '#,##0.00' : 'General')),
  alignments: BRIEF.map(({ kind }) =>
    kind === 'wrapped' || kind === 'money' || kind === 'vat' ? 'right' : 'left',
  ),
  weights: each('bold' as const),
  colors: each('#ff0000' as const),
};
const bodyStyle = (columns: readonly PlannedColumn[]): RowStyle => ({
  ...plain,
  formats: columns.map(({ kind }) => STYLES[kind][0]),
  alignments: columns.map(({ kind }) => STYLES[kind][1]),
});
const briefStyle: RowStyle = { ...bodyStyle(BRIEF), fills: each('#ffc0cb' as const) };
const detailStyle = bodyStyle(DETAIL);

const row = (values: readonly CellValue[], style: RowStyle): PlannedRow => ({
  values,
  style,
  link: null,
  endsGroup: false,
});

const titles = (columns: readonly PlannedColumn[]): string[] => columns.map(({ title }) => title);

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
  const body = cells.map(({ number, inn, name, sum }, index) => ({
    ...row([number, inn, name, sum, 0, 46_000 + index, null, 46_100], briefStyle),
    link: number === '' ? null : `https://portal.example/crm/type/31/details/${index + 1}/`,
  }));
  const total = { label: 'Всего счетов на сумму:', sum: cells.reduce((sum, cell) => sum + cell.sum, 0) };
  const totals = BRIEF.map(({ total: shown }) => shown && total[shown]);
  return {
    sheet: 'brief',
    title: 'Краткий',
    columns: BRIEF,
    fixedColumns: WIDTH,
    ownTexts: { totals: TOTALS, body: [] },
    header: row(titles(BRIEF), headerStyle),
    body,
    footer: [row(each(null), plain), row(totals, totalStyle)],
    noteLines: [note],
  };
}

/** Two product rows an invoice. */
export function detailPlan(cells: readonly InvoiceCells[], note = 'Период: март'): SheetPlan {
  const body = cells.flatMap(({ number, inn, name, sum }) => [
    row([number, inn, name, 'Доставка', 1, 10, 10, 0], detailStyle),
    { ...row([number, inn, name, 'Товар', 2, sum, sum * 2, null], detailStyle), endsGroup: true },
  ]);
  return {
    sheet: 'detail',
    title: 'Полный',
    columns: DETAIL,
    fixedColumns: WIDTH,
    ownTexts: { totals: [], body: ['Строки счёта недоступны'] },
    header: row(titles(DETAIL), { ...headerStyle, fills: each('#c6e0b4' as const) }),
    body,
    footer: [],
    noteLines: [note],
  };
}

/** The plan with so many further columns, each with the title that is given and its own texts, numbers in the even ones. */
export function withFurther(plan: SheetPlan, titles: readonly string[]): SheetPlan {
  const further = titles.map((title, index) =>
    column(title, 90 + index, index % 2 === 1 ? 'number' : 'text'),
  );
  const widened = (
    { style, ...planned }: PlannedRow,
    cells: readonly CellValue[],
    like: RowStyle,
  ): PlannedRow => {
    const more = <T>(own: readonly T[], added: readonly T[]): T[] => [
      ...own,
      ...added.slice(0, titles.length),
    ];
    const all = (value: Color | null): (Color | null)[] => further.map(() => value);
    return {
      ...planned,
      values: more(planned.values, cells),
      style: {
        formats: more(style.formats, like.formats),
        alignments: more(style.alignments, like.alignments),
        fills: more(style.fills, all(style.fills[0] ?? null)),
        weights: more(
          style.weights,
          further.map(() => style.weights[0] ?? 'normal'),
        ),
        colors: more(
          style.colors,
          further.map(() => '#000000' as const),
        ),
      },
    };
  };
  const plainOf = {
    ...plain,
    formats: further.map(() => 'General'),
    alignments: further.map(() => 'left' as const),
  };
  const none = further.map(() => null);
  const bodyOf = bodyStyle(further);
  return {
    ...plan,
    columns: [...plan.columns, ...further],
    header: widened(plan.header, titles, {
      ...headerStyle,
      formats: further.map(() => '@'),
      alignments: further.map(() => 'center' as const),
    }),
    body: plan.body.map((one, r) =>
      widened(
        one,
        titles.map((title, index) => (index % 2 === 1 ? r : `${title} ${r}`)),
        bodyOf,
      ),
    ),
    footer: plan.footer.map((one) => widened(one, none, plainOf)),
  };
}
