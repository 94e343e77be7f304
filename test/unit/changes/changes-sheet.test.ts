/** How the journal looks as a sheet. */
import { refreshes, type Invoice, type Refreshed } from './a-journal';

const anInvoice = (id: number, facts: Partial<Invoice> = {}): Invoice => ({
  ...{ id, opportunity: id, dates: { BEGINDATE: '2026-02-05' } },
  ...facts,
});
const planOf = (...states: readonly (readonly Invoice[])[]): Refreshed['plan'] =>
  (refreshes(...states.map((invoices) => ({ invoices })))[states.length - 1] as Refreshed).plan;

describe('the sheet of the journal', () => {
  it('has nine columns under a header of its own', () => {
    const { sheet, title, columns, header, fixedColumns, footer } = planOf([]);
    expect({ sheet, title, fixedColumns, footer }).toEqual({
      ...{ sheet: 'changes', title: 'Изменения', fixedColumns: 9, footer: [] },
    });
    expect(columns.map(({ title: name, width, kind }) => [name, width, kind])).toEqual([
      ['Счёт', 110, 'text'],
      ['Дата', 100, 'day'],
      ['Время', 70, 'text'],
      ['Что произошло', 200, 'wrapped'],
      ['Было', 180, 'wrapped'],
      ['Стало', 180, 'wrapped'],
      ['Контрагент', 240, 'wrapped'],
      ['Изменение суммы', 120, 'money'],
      ['Сумма счёта', 120, 'money'],
    ]);
    expect([...new Set(header.style.fills)]).toEqual(['#d9d2e9']);
  });

  it('leads from each invoice to its card, be it that it is gone, and from nothing else', () => {
    const plan = planOf([anInvoice(1)], [anInvoice(2)]);
    expect(plan.body.map(({ link }) => link)).toEqual([
      'https://example.bitrix24.ru/crm/type/31/details/1/',
      'https://example.bitrix24.ru/crm/type/31/details/2/',
      null,
    ]);
  });

  it('names no currency where there is but one', () => {
    const plan = planOf([], [anInvoice(1)]);
    expect(new Set(plan.body.flatMap(({ style }) => style.formats.slice(7)))).toEqual(new Set(['#,##0.00']));
  });

  it('takes a report without invoices for no currency of its own', () => {
    const plan = planOf([anInvoice(1)], []);
    expect(new Set(plan.body.flatMap(({ style }) => style.formats.slice(7)))).toEqual(new Set(['#,##0.00']));
  });

  it('names the currency of each sum where there are several, be it in old lines only', () => {
    const plan = planOf(
      [anInvoice(1)],
      [anInvoice(1, { currency: 'USD' })],
      [anInvoice(1, { currency: 'USD', opportunity: 3 })],
    );
    expect(plan.body.map(({ values, style }) => [values[3], style.formats[7], style.formats[8]])).toEqual([
      ['Изменена сумма', '#,##0.00 [$USD]', '#,##0.00 [$USD]'],
      ['Сменилась валюта', '#,##0.00 [$RUB]', '#,##0.00 [$USD]'],
      ['Сменилась валюта', '#,##0.00 [$USD]', '#,##0.00 [$USD]'],
      ['Журнал начат', '#,##0.00 [$RUB]', '#,##0.00'],
    ]);
  });

  it('keeps the buyer as it was then', () => {
    const plan = planOf([], [anInvoice(1)], [anInvoice(1, { buyer: 'ИП Иванов', accountNumber: '' })], []);
    expect(plan.body.map(({ values }) => [values[0], values[3], values[6]])).toEqual([
      ['id 1', 'Удалён или недоступен', 'ИП Иванов'],
      ['id 1', 'Изменён номер', 'ИП Иванов'],
      ['id 1', 'Изменён контрагент', 'ИП Иванов'],
      ['1', 'Вошёл в отчёт', 'ООО «Ромашка»'],
      [null, 'Журнал начат', null],
    ]);
  });

  it('holds every sum to the last digit', () => {
    const huge = '90071992547409930.01';
    const plan = planOf([anInvoice(1, { opportunity: huge })], [anInvoice(1, { opportunity: '0.001' })]);
    const [changed, begun] = plan.body;
    expect(begun?.values[7]).toBe(Number(huge));
    expect(changed?.values.slice(7)).toEqual([-90071992547409930, 0.001]);
  });
});
