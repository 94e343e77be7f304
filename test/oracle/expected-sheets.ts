/** The two sheets as the contract describes them, for the invoices that the report should hold. */
import { DrawnTable, type Content } from './DrawnTable';
import { expectedTotals } from './expected-totals';
import type { ExpectedInvoice } from './expected-invoices';
import { at, type SheetPicture } from './picture';

export const BRIEF = 'Краткий';
export const DETAIL = 'Полный';

const BRIEF_HEADER = [
  ...['Номер', 'ИНН', 'Контрагент', 'Сумма', 'НДС'],
  ...['Дата счёта', 'Дата отгрузки', 'Дата оплаты'],
];
const DETAIL_HEADER = [
  ...['Номер', 'ИНН', 'Контрагент', 'Наименование товара', 'Кол-во', 'Цена', 'Сумма', 'Сумма НДС'],
];
/** Column A, then B to I, in pixels. */
const BRIEF_WIDTHS = [20, 110, 110, 280, 120, 120, 100, 100, 100];
const DETAIL_WIDTHS = [20, 110, 110, 240, 320, 80, 110, 120, 120];

/** As people read them. */
export const daysOf = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  [from, to].map((day) => day.split('-').reverse().join('.')).join(' – ');

/** The line over a sheet's table as it was found, if it is one of a report of that period and field; else what it should be. */
export function expectedFace({ cells }: SheetPicture, days: string, field: string): string {
  const text = (cells.get(at(1, 2))?.value ?? '').replace(/^text /, '');
  const begin = `Счета за ${days}, поле «${field}» · обновлено `;
  const isFace = text.startsWith(begin) && /^\d\d\.\d\d\.\d{4} \d\d:\d\d$/.test(text.slice(begin.length));
  return isFace ? text : `${begin}…`;
}

const PINK = '#FFC0CB';
const GREY = '#D3D3D3';
const ZEBRA = '#F2F2F2';

/** UTF-16 units in a cell of Excel; what is longer ends in «…». */
const EXCEL_CHARACTERS = 32_767;

/** `face`: the line over the table, which tells the time. */
export function expectedBrief(
  invoices: readonly ExpectedInvoice[],
  host: string,
  face: string,
): SheetPicture {
  const suffix = suffixesOf(invoices);
  const table = new DrawnTable(BRIEF_HEADER, '#FCE4D6', BRIEF_WIDTHS);
  table.addFace(face);
  for (const invoice of invoices) {
    const link = `https://${host}/crm/type/31/details/${invoice.id}/`;
    const fill = invoice.unpaid ? PINK : invoice.vat === null ? GREY : null;
    table.addRow(
      [
        { ...centred(invoice.number), ...(invoice.number === '' ? {} : { link }) },
        centred(invoice.inn),
        name(invoice.buyer),
        money(invoice.sum, suffix(invoice.currency)),
        vat(invoice.vat, suffix(invoice.currency)),
        ...[invoice.date, invoice.shipped, invoice.paid].map(day),
      ],
      fill,
    );
  }
  table.frame();
  expectedTotals(invoices, suffix).forEach((line, index) => {
    if (line) table.addTotal(invoices.length + 4 + index, line);
  });
  return table.picture();
}

export function expectedDetail(invoices: readonly ExpectedInvoice[], face: string): SheetPicture {
  const suffix = suffixesOf(invoices);
  const table = new DrawnTable(DETAIL_HEADER, '#C6E0B4', DETAIL_WIDTHS);
  table.addFace(face);
  const withRows = invoices.filter(({ rows }) => rows.length > 0);
  withRows.forEach((invoice, index) => {
    for (const row of invoice.rows) {
      const currency = suffix(invoice.currency);
      const cells = [
        ...[centred(invoice.number), centred(invoice.inn), name(invoice.buyer), name(row.product)],
        { value: `number ${row.quantity}`, format: 'General', horizontal: 'center', wrap: false },
        ...[money(row.price, currency), money(row.sum, currency), vat(row.vat, currency)],
      ];
      table.addRow(cells, index % 2 === 0 ? null : ZEBRA);
    }
    table.closeGroup();
  });
  table.frame();
  return table.picture();
}

/** Formats name the currency as soon as a report holds more than one. */
function suffixesOf(invoices: readonly ExpectedInvoice[]): (currency: string) => string {
  const several = new Set(invoices.map(({ currency }) => currency)).size > 1;
  return (currency) => (several ? ` [$${currency}]` : '');
}

function text(value: string): string {
  const cut = value.length > EXCEL_CHARACTERS ? `${value.slice(0, EXCEL_CHARACTERS - 1)}…` : value;
  return cut === '' ? 'empty' : `text ${cut}`;
}

export const centred = (value: string): Content => ({
  value: text(value),
  horizontal: 'center',
  wrap: false,
});
export const name = (value: string): Content => ({ value: text(value), horizontal: 'left', wrap: true });

export function money(value: number | null, suffix: string): Content {
  if (value === null) return { value: 'empty', horizontal: 'right', wrap: false };
  return { value: `number ${value}`, format: `#,##0.00${suffix}`, horizontal: 'right', wrap: false };
}

export function vat(value: number | null, suffix: string): Content {
  if (value !== null) return money(value, suffix);
  const format = `#,##0.00${suffix};-#,##0.00${suffix};"нет"`;
  return { value: 'number 0', format, horizontal: 'center', wrap: false };
}

export function day(value: string | null): Content {
  if (value === null) return { value: 'empty', horizontal: 'center', wrap: false };
  return { value: `day ${value}`, format: 'dd.mm.yyyy', horizontal: 'center', wrap: false };
}

export const whole = (value: number | null): Content =>
  value === null
    ? { value: 'empty', horizontal: 'center', wrap: false }
    : { value: `number ${value}`, format: '0', horizontal: 'center', wrap: false };
