import type { CurrencyCode } from '../../../src/domain/ids';
import { detailSheet } from '../../../src/report/detail-sheet';
import type { DetailGroup, DetailLine } from '../../../src/report/report-model';
import type { SheetPlan } from '../../../src/report/SheetPlan';
import { anInvoice } from './builders';

function aLine(facts: Partial<DetailLine> = {}): DetailLine {
  return { row: null, name: 'Болт', quantity: 2, price: 60, sum: 120, vat: 20, hasVat: true, ...facts };
}

function aGroup(lines: DetailGroup['lines'], { id = 1, currency = 'RUB', number = '15' } = {}): DetailGroup {
  const head = {
    invoice: anInvoice({ id, accountNumber: number, currency }),
    buyer: { inn: '0077', name: 'ООО' },
  };
  const dates = { invoiceDate: null, shipmentDate: null, paymentDate: null };
  return { head, brief: { head, sum: 1, vat: 0, isPaid: false, ...dates }, lines };
}

function plan(detail: DetailGroup[], currencies = ['RUB']): SheetPlan {
  const totals = currencies.map((currency) => ({
    currency: currency as CurrencyCode,
    all: 0,
    withoutVat: 0,
    withVat: 0,
    vat: 0,
  }));
  return detailSheet({ detail, totals }, { portal: 'example.bitrix24.ru', noteLines: ['Примечание'] });
}

const eight = <T>(value: T): T[] => Array.from({ length: 8 }, () => value);
const money = '#,##0.00';
const bodyStyle = (fill: string, vatFormat = money, vatAlignment = 'right'): object => ({
  formats: ['@', '@', '@', '@', 'General', money, money, vatFormat],
  alignments: ['center', 'center', 'left', 'left', 'center', 'right', 'right', vatAlignment],
  fills: eight(fill),
  weights: eight('normal'),
  colors: eight('#000000'),
});

describe('the detail sheet', () => {
  it('of two invoices is exactly this', () => {
    const noVat = aLine({ name: 'Гайка', vat: 0, hasVat: false });
    expect(plan([aGroup([aLine(), noVat]), aGroup([aLine()], { id: 2, number: '16' })])).toEqual({
      sheet: 'detail',
      title: 'Полный',
      columns: [
        { title: 'Номер', width: 110, kind: 'text', hasLinks: false, total: null },
        { title: 'ИНН', width: 110, kind: 'text', hasLinks: false, total: null },
        { title: 'Контрагент', width: 240, kind: 'wrapped', hasLinks: false, total: null },
        { title: 'Наименование товара', width: 320, kind: 'wrapped', hasLinks: false, total: null },
        { title: 'Кол-во', width: 80, kind: 'number', hasLinks: false, total: null },
        { title: 'Цена', width: 110, kind: 'money', hasLinks: false, total: null },
        { title: 'Сумма', width: 120, kind: 'money', hasLinks: false, total: null },
        { title: 'Сумма НДС', width: 120, kind: 'vat', hasLinks: false, total: null },
      ],
      header: {
        values: ['Номер', 'ИНН', 'Контрагент', 'Наименование товара', 'Кол-во', 'Цена', 'Сумма', 'Сумма НДС'],
        style: {
          formats: eight('@'),
          alignments: eight('center'),
          fills: eight('#c6e0b4'),
          weights: eight('bold'),
          colors: eight('#000000'),
        },
        link: null,
        endsGroup: false,
      },
      body: [
        {
          values: ['15', '0077', 'ООО', 'Болт', 2, 60, 120, 20],
          style: bodyStyle('#ffffff'),
          link: null,
          endsGroup: false,
        },
        {
          values: ['15', '0077', 'ООО', 'Гайка', 2, 60, 120, 0],
          style: bodyStyle('#ffffff', '#,##0.00;-#,##0.00;"нет"', 'center'),
          link: null,
          endsGroup: true,
        },
        {
          values: ['16', '0077', 'ООО', 'Болт', 2, 60, 120, 20],
          style: bodyStyle('#f2f2f2'),
          link: null,
          endsGroup: true,
        },
      ],
      footer: [],
      fixedColumns: 8,
      ownTexts: { totals: [], body: ['Строки счёта недоступны'] },
      noteLines: ['Примечание'],
    });
  });

  it('without rows is a header alone', () => {
    expect(plan([])).toMatchObject({ body: [], footer: [] });
  });

  it('shows 0 % as an amount', () => {
    const [row] = plan([aGroup([aLine({ vat: 0 })])]).body;
    expect(row?.values[7]).toBe(0);
    expect(row?.style.formats[7]).toBe(money);
  });

  it('leaves empty what a row does not have', () => {
    const line = aLine({ name: '', quantity: null, price: null, sum: null, vat: null });
    expect(plan([aGroup([line], { number: '' })]).body[0]?.values).toEqual([
      null,
      '0077',
      'ООО',
      ...eight(null).slice(3),
    ]);
  });

  it('gives rows that could not be read one line of their own stripe', () => {
    const { body } = plan([aGroup([aLine()]), aGroup('unavailable'), aGroup([aLine(), aLine()])]);
    expect(body[1]).toEqual({
      values: ['15', '0077', 'ООО', 'Строки счёта недоступны', null, null, null, null],
      style: bodyStyle('#f2f2f2'),
      link: null,
      endsGroup: true,
    });
    expect(body.map(({ style }) => style.fills[0])).toEqual(['#ffffff', '#f2f2f2', '#ffffff', '#ffffff']);
    expect(body.map(({ endsGroup }) => endsGroup)).toEqual([true, true, false, true]);
  });

  it('is wide enough for its largest amounts', () => {
    const line = aLine({ price: 1_234_567_890, sum: 123_904_259_280.83 });
    expect(plan([aGroup([line])]).columns.map(({ width }) => width)).toEqual([
      ...[110, 110, 240, 320, 80, 120, 130, 120],
    ]);
  });

  it('shares one style among rows that look alike', () => {
    const { body } = plan([1, 2, 3, 4].map((id) => aGroup([aLine(), aLine()], { id })));
    expect(new Set(body.map(({ style }) => style)).size).toBe(2);
  });

  it('names the currency in every format of money where there are several', () => {
    const lines = [aLine(), aLine({ vat: 0, hasVat: false })];
    const { body } = plan([aGroup(lines), aGroup(lines, { currency: 'USD' })], ['RUB', 'USD']);
    expect(body.map(({ style }) => style.formats.slice(4))).toEqual([
      ['General', '#,##0.00 [$RUB]', '#,##0.00 [$RUB]', '#,##0.00 [$RUB]'],
      ['General', '#,##0.00 [$RUB]', '#,##0.00 [$RUB]', '#,##0.00 [$RUB];-#,##0.00 [$RUB];"нет"'],
      ['General', '#,##0.00 [$USD]', '#,##0.00 [$USD]', '#,##0.00 [$USD]'],
      ['General', '#,##0.00 [$USD]', '#,##0.00 [$USD]', '#,##0.00 [$USD];-#,##0.00 [$USD];"нет"'],
    ]);
  });

  it('names the currency also where its own invoices have one but the report has more', () => {
    expect(plan([aGroup([aLine()])], ['RUB', 'USD']).body[0]?.style.formats[6]).toBe('#,##0.00 [$RUB]');
  });
});
