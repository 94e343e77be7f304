import type { CurrencyCode } from '../../../src/domain/ids';
import { briefSheet } from '../../../src/report/brief-sheet';
import type { BriefLine, CurrencyTotals, InvoiceHead } from '../../../src/report/report-model';
import type { PlannedRow, SheetPlan } from '../../../src/report/SheetPlan';
import { anInvoice } from './builders';

type LineFacts = Partial<Omit<BriefLine, 'head'>> & { id?: number; currency?: string; number?: string };

function aLine({ id = 1, currency = 'RUB', number = '15', ...facts }: LineFacts = {}): BriefLine {
  const head: InvoiceHead = {
    invoice: anInvoice({ id, accountNumber: number, currency }),
    buyer: { inn: '0077', name: 'ООО «Ромашка»' },
  };
  const dates = { invoiceDate: 46_023, shipmentDate: null, paymentDate: 46_025 };
  return { head, sum: 120, vat: 20, ...dates, isPaid: true, ...facts };
}

function totalsOf(currency: string, all = 0): CurrencyTotals {
  return { currency: currency as CurrencyCode, all, withoutVat: 0, withVat: all, vat: 20 };
}

function plan(brief: BriefLine[], totals: CurrencyTotals[] = [totalsOf('RUB', 120)]): SheetPlan {
  return briefSheet({ brief, totals }, { portal: 'example.bitrix24.ru', noteLines: ['Примечание'] });
}

const eight = <T>(value: T): T[] => Array.from({ length: 8 }, () => value);
const money = '#,##0.00';
const day = 'dd.mm.yyyy';
const footerRow = (values: unknown[], color: string): object => ({
  values,
  style: {
    formats: ['General', 'General', '@', money, 'General', 'General', 'General', 'General'],
    alignments: ['left', 'left', 'right', 'right', 'left', 'left', 'left', 'left'],
    fills: eight(null),
    weights: eight('bold'),
    colors: eight(color),
  },
  link: null,
  endsGroup: false,
});
const emptyRow = {
  values: eight(null),
  style: {
    formats: eight('General'),
    alignments: eight('left'),
    fills: eight(null),
    weights: eight('normal'),
    colors: eight('#000000'),
  },
  link: null,
  endsGroup: false,
};

describe('the brief sheet', () => {
  it('of one paid invoice with VAT is exactly this', () => {
    expect(plan([aLine()])).toEqual({
      sheet: 'brief',
      title: 'Краткий',
      columns: [
        { title: 'Номер', width: 110, kind: 'text', hasLinks: true, total: null },
        { title: 'ИНН', width: 110, kind: 'text', hasLinks: false, total: null },
        { title: 'Контрагент', width: 280, kind: 'wrapped', hasLinks: false, total: 'label' },
        { title: 'Сумма', width: 120, kind: 'money', hasLinks: false, total: 'sum' },
        { title: 'НДС', width: 120, kind: 'vat', hasLinks: false, total: null },
        { title: 'Дата счёта', width: 100, kind: 'day', hasLinks: false, total: null },
        { title: 'Дата отгрузки', width: 100, kind: 'day', hasLinks: false, total: null },
        { title: 'Дата оплаты', width: 100, kind: 'day', hasLinks: false, total: null },
      ],
      header: {
        values: ['Номер', 'ИНН', 'Контрагент', 'Сумма', 'НДС', 'Дата счёта', 'Дата отгрузки', 'Дата оплаты'],
        style: {
          formats: eight('@'),
          alignments: eight('center'),
          fills: eight('#fce4d6'),
          weights: eight('bold'),
          colors: eight('#000000'),
        },
        link: null,
        endsGroup: false,
      },
      body: [
        {
          values: ['15', '0077', 'ООО «Ромашка»', 120, 20, 46_023, null, 46_025],
          style: {
            formats: ['@', '@', '@', money, money, day, day, day],
            alignments: ['center', 'center', 'left', 'right', 'right', 'center', 'center', 'center'],
            fills: eight(null),
            weights: eight('normal'),
            colors: eight('#000000'),
          },
          link: 'https://example.bitrix24.ru/crm/type/31/details/1/',
          endsGroup: false,
        },
      ],
      footer: [
        emptyRow,
        footerRow([null, null, 'Всего счетов на сумму:', 120, null, null, null, null], '#000000'),
        footerRow([null, null, 'Счетов без НДС на сумму:', 0, null, null, null, null], '#000000'),
        footerRow([null, null, 'Счетов с НДС на сумму:', 120, null, null, null, null], '#000000'),
        footerRow([null, null, 'Всего НДС в счетах:', 20, null, null, null, null], '#ff0000'),
      ],
      fixedColumns: 8,
      ownTexts: {
        totals: [
          'Всего счетов на сумму',
          'Счетов без НДС на сумму',
          'Счетов с НДС на сумму',
          'Всего НДС в счетах',
        ],
        body: [],
      },
      noteLines: ['Примечание'],
    });
  });

  it('without invoices is a header, an empty row and one block of totals', () => {
    const { body, footer } = plan([], [totalsOf('')]);
    expect(body).toEqual([]);
    expect(footer).toHaveLength(5);
    expect(footer[0]).toEqual(emptyRow);
    expect(footer[1]).toEqual(
      footerRow([null, null, 'Всего счетов на сумму:', 0, null, null, null, null], '#000000'),
    );
  });

  it('shows no VAT as a centred «нет» that is the number 0', () => {
    const [row] = plan([aLine({ vat: 0 })]).body;
    expect(row?.values[4]).toBe(0);
    expect(row?.style.formats[4]).toBe('#,##0.00;-#,##0.00;"нет"');
    expect(row?.style.alignments[4]).toBe('center');
  });

  it.each<[string, LineFacts, string | null]>([
    ['unpaid', { isPaid: false }, '#ffc0cb'],
    ['unpaid and without VAT', { isPaid: false, vat: 0 }, '#ffc0cb'],
    ['paid and without VAT', { vat: 0 }, '#d3d3d3'],
    ['paid, with VAT', {}, null],
    ['paid, with negative VAT', { vat: -1 }, null],
  ])('fills the whole row of an invoice that is %s', (_, facts, fill) => {
    expect(plan([aLine(facts)]).body[0]?.style.fills).toEqual(eight(fill));
  });

  it('links no empty number and leaves empty texts and sums empty', () => {
    const [row] = plan([aLine({ number: '', sum: null })]).body;
    expect(row?.link).toBeNull();
    expect(row?.values.slice(0, 4)).toEqual([null, '0077', 'ООО «Ромашка»', null]);
  });

  it('is wide enough for its largest amounts, the total’s too, and no wider', () => {
    const large = 123_904_259_280.83;
    const widthsOf = (line: LineFacts, total: number) =>
      plan([aLine(line)], [totalsOf('RUB', total)]).columns.map(({ width }) => width);
    expect(widthsOf({}, 1_234_567_890)).toEqual([110, 110, 280, 120, 120, 100, 100, 100]);
    expect(widthsOf({}, large)).toEqual([110, 110, 280, 130, 120, 100, 100, 100]);
    expect(widthsOf({ vat: large }, 120)).toEqual([110, 110, 280, 120, 130, 100, 100, 100]);
  });

  it('shares one style among rows that look alike', () => {
    const { body } = plan([aLine(), aLine({ vat: 0 }), aLine({ sum: 5 }), aLine({ vat: 0, isPaid: false })]);
    expect(body[2]?.style).toBe(body[0]?.style);
    expect(new Set(body.map(({ style }) => style)).size).toBe(3);
  });
});

describe('the brief sheet of several currencies', () => {
  const rows = [aLine(), aLine({ currency: 'USD', vat: 0 }), aLine({ currency: 'USD' })];
  const { body, footer } = plan(rows, [totalsOf('RUB', 120), totalsOf('USD', 240)]);
  const formats = (row: PlannedRow | undefined): unknown[] => row?.style.formats.slice(3, 5) ?? [];

  it('names the currency in every format of money, roubles too', () => {
    expect(formats(body[0])).toEqual(['#,##0.00 [$RUB]', '#,##0.00 [$RUB]']);
    expect(formats(body[1])).toEqual(['#,##0.00 [$USD]', '#,##0.00 [$USD];-#,##0.00 [$USD];"нет"']);
    expect(formats(body[2])).toEqual(['#,##0.00 [$USD]', '#,##0.00 [$USD]']);
  });

  it('has a block of totals for each, one empty row between', () => {
    expect(footer.map(({ values }) => values.slice(2, 4))).toEqual([
      [null, null],
      ['Всего счетов на сумму, RUB:', 120],
      ['Счетов без НДС на сумму, RUB:', 0],
      ['Счетов с НДС на сумму, RUB:', 120],
      ['Всего НДС в счетах, RUB:', 20],
      [null, null],
      ['Всего счетов на сумму, USD:', 240],
      ['Счетов без НДС на сумму, USD:', 0],
      ['Счетов с НДС на сумму, USD:', 240],
      ['Всего НДС в счетах, USD:', 20],
    ]);
    expect(footer[6]?.style.formats[3]).toBe('#,##0.00 [$USD]');
    expect(footer[4]?.style.formats[3]).toBe('#,##0.00 [$RUB]');
  });

  it('names none for invoices whose currency the portal does not tell', () => {
    const unknown = plan([aLine({ currency: '' })], [totalsOf('RUB'), totalsOf('', 120)]);
    expect(formats(unknown.body[0])).toEqual(['#,##0.00', '#,##0.00']);
    expect(unknown.footer.slice(6).map(({ values }) => values[2])).toEqual([
      'Всего счетов на сумму, без валюты:',
      'Счетов без НДС на сумму, без валюты:',
      'Счетов с НДС на сумму, без валюты:',
      'Всего НДС в счетах, без валюты:',
    ]);
  });
});
