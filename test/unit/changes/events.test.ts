/** What each event of an invoice is told by, and what it is told with. */
import { aStage } from '../report/builders';
import {
  CREATED_EARLIER,
  PAID_ON,
  refreshes,
  SHIPPED,
  shown,
  STAGES,
  told,
  type Invoice,
  type Moment,
} from './a-journal';

const ONE: Invoice = { id: 7, opportunity: 12_345.6, taxValue: 20, dates: { BEGINDATE: '2026-02-05' } };

/** What is told where one invoice changes so. */
const change = (before: Partial<Invoice>, after: Partial<Invoice>, more: Partial<Moment> = {}): unknown =>
  told({ ...more, invoices: [{ ...ONE, ...before }] }, { ...more, invoices: [{ ...ONE, ...after }] });

const SUM = 12_345.6;

describe('an invoice of both reports', () => {
  it('is paid, by its stage', () => {
    expect(change({}, { stageId: 'S' })).toEqual([['7', 'Оплачен', 'Новый', 'Оплачен', null, SUM]]);
  });

  it('is not paid any more', () => {
    expect(change({ stageId: 'S' }, {})).toEqual([['7', 'Оплата отменена', 'Оплачен', 'Новый', null, SUM]]);
  });

  it('is paid by a date where a field tells it, and the stage is not told beside', () => {
    const dates = { BEGINDATE: '2026-02-05', [PAID_ON]: '2026-03-09' };
    expect(change({}, { dates, stageId: 'S' }, { fields: { paymentDateField: PAID_ON } })).toEqual([
      ['7', 'Оплачен', null, '09.03.2026', null, SUM],
    ]);
    expect(change({ dates }, {}, { fields: { paymentDateField: PAID_ON } })).toEqual([
      ['7', 'Оплата отменена', '09.03.2026', null, null, SUM],
    ]);
  });

  it('has another day of payment', () => {
    const dates = (day: string) => ({ dates: { BEGINDATE: '2026-02-05', [PAID_ON]: day } });
    expect(
      change(dates('2026-03-08'), dates('2026-03-09'), { fields: { paymentDateField: PAID_ON } }),
    ).toEqual([['7', 'Изменена дата оплаты', '08.03.2026', '09.03.2026', null, SUM]]);
  });

  it('is paid in full by the paid sum, and tells its stages', () => {
    const fields = { paidSumField: 'UF_CRM_PAID_SUM' };
    expect(change({ paidSum: 12_345.59 }, { paidSum: SUM }, { fields })).toEqual([
      ['7', 'Оплачен', 'Новый', 'Новый', null, SUM],
    ]);
  });

  it('has another sum', () => {
    expect(change({}, { opportunity: 12_345.7 })).toEqual([
      ['7', 'Изменена сумма', '12\u00a0345,60', '12\u00a0345,70', 0.1, 12_345.7],
    ]);
    expect(change({ opportunity: 100 }, { opportunity: -0.5 })).toEqual([
      ['7', 'Изменена сумма', '100,00', '−0,50', -100.5, -0.5],
    ]);
  });

  it('has got a sum, and lost it: none counts as 0 and shows empty', () => {
    expect(change({ opportunity: null }, { opportunity: 0 })).toEqual([
      ['7', 'Изменена сумма', null, '0,00', 0, 0],
    ]);
    expect(change({}, { opportunity: null })).toEqual([
      ['7', 'Изменена сумма', '12\u00a0345,60', null, -12_345.6, null],
    ]);
  });

  it('has the same sum, however it is written', () => {
    expect(change({ opportunity: 100 }, { opportunity: '100.00' })).toEqual([]);
  });

  it('has another VAT; none is not 0', () => {
    expect(change({}, { taxValue: 20.5 })).toEqual([['7', 'Изменён НДС', '20,00', '20,50', null, SUM]]);
    expect(change({ taxValue: 0 }, { taxValue: null })).toEqual([
      ['7', 'Изменён НДС', '0,00', null, null, SUM],
    ]);
  });

  it('has another date, each kind of them', () => {
    const dates = (name: string, day: string | null) => ({ dates: { BEGINDATE: '2026-02-05', [name]: day } });
    expect(change({}, dates('BEGINDATE', '2026-02-06'))).toEqual([
      ['7', 'Изменена дата счёта', '05.02.2026', '06.02.2026', null, SUM],
    ]);
    expect(change({}, dates(SHIPPED, '2026-02-06'))).toEqual([
      ['7', 'Изменена дата отгрузки', null, '06.02.2026', null, SUM],
    ]);
    expect(change(dates('CLOSEDATE', '2026-04-05'), dates('CLOSEDATE', null))).toEqual([
      ['7', 'Изменён срок оплаты', '05.04.2026', null, null, SUM],
    ]);
  });

  it('has another stage', () => {
    expect(change({}, { stageId: 'P' })).toEqual([['7', 'Изменена стадия', 'Новый', 'Отправлен', null, SUM]]);
    expect(change({}, { stageId: 'GONE' })).toEqual([['7', 'Изменена стадия', 'Новый', 'GONE', null, SUM]]);
  });

  it('has another buyer, by name or else by INN', () => {
    expect(change({}, { buyer: 'ИП Иванов', inn: '500100732259' })).toEqual([
      ['7', 'Изменён контрагент', 'ООО «Ромашка»', 'ИП Иванов', null, SUM],
    ]);
    expect(change({}, { inn: '' })).toEqual([['7', 'Изменён контрагент', '7707083893', null, null, SUM]]);
  });

  it('has another number', () => {
    expect(change({}, { accountNumber: '' })).toEqual([['id 7', 'Изменён номер', '7', null, null, SUM]]);
  });

  it('has another currency: two lines, whose sums never meet', () => {
    expect(change({}, { currency: 'USD', opportunity: 150 })).toEqual([
      ['7', 'Сменилась валюта', 'RUB', 'USD', -12_345.6, 150],
      ['7', 'Сменилась валюта', 'RUB', 'USD', 150, 150],
    ]);
    expect(change({ opportunity: null }, { opportunity: null, currency: 'USD' })).toEqual([
      ['7', 'Сменилась валюта', 'RUB', 'USD', null, null],
      ['7', 'Сменилась валюта', 'RUB', 'USD', null, null],
    ]);
  });

  it('has failed and stays in the report, and comes back', () => {
    const selection = { excludeFailed: false };
    expect(change({}, { stageId: 'F' }, { selection })).toEqual([
      ['7', 'Отменён', 'Новый', 'Не оплачен', null, SUM],
    ]);
    expect(change({ stageId: 'F' }, { stageId: 'S' }, { selection })).toEqual([
      ['7', 'Восстановлен', 'Не оплачен', 'Оплачен', null, SUM],
      ['7', 'Оплачен', 'Не оплачен', 'Оплачен', null, SUM],
    ]);
  });

  it('fails by what its stage means, be it the same one', () => {
    const stages = STAGES.map((stage) => (stage.id === 'N' ? { ...stage, ...aStage('N', 'F') } : stage));
    const selection = { excludeFailed: false };
    const moments = [
      { invoices: [ONE], selection },
      { invoices: [ONE], selection, stages },
    ] as const;
    expect(told(...moments)).toEqual([['7', 'Отменён', 'Новый', 'N', null, SUM]]);
  });

  it('becomes overdue at midnight', () => {
    const due = { ...ONE, dates: { BEGINDATE: '2026-02-05', CLOSEDATE: '2026-03-09' } };
    const on = (today: string): Moment => ({ invoices: [due], today });
    expect(told(on('2026-03-09'), on('2026-03-10'))).toEqual([
      ['7', 'Стал просрочен', null, '1 день', null, SUM],
    ]);
    expect(told(on('2026-03-10'), on('2026-03-11'))).toEqual([]);
  });

  it('tells several events in their order', () => {
    const after: Partial<Invoice> = {
      ...{ accountNumber: '8', buyer: 'ИП Иванов', opportunity: 1, taxValue: null, stageId: 'P' },
      dates: { BEGINDATE: '2026-02-06', CLOSEDATE: '2026-03-01', [SHIPPED]: '2026-02-07' },
    };
    expect((change({}, after) as string[][]).map(([, event]) => event)).toEqual([
      'Изменён номер',
      'Изменён контрагент',
      'Изменена дата счёта',
      'Изменена дата отгрузки',
      'Изменён срок оплаты',
      'Изменён НДС',
      'Изменена стадия',
      'Изменена сумма',
      'Стал просрочен',
    ]);
  });
});

describe('an invoice that comes or goes', () => {
  const at = '2026-03-10T12:00:00+03:00';
  const before: Moment = { invoices: [], at };

  it('is new where it was created since, ten minutes allowed', () => {
    const created = (createdTime: string): unknown => told(before, { invoices: [{ ...ONE, createdTime }] });
    expect(created('2026-03-10T08:50:00+00:00')).toEqual([['7', 'Новый счёт', null, null, SUM, SUM]]);
    expect(created('2026-03-10T11:49:59+03:00')).toEqual([['7', 'Вошёл в отчёт', null, null, SUM, SUM]]);
  });

  it('has entered the report where the portal does not tell when it was created', () => {
    expect(told(before, { invoices: [{ ...ONE, createdTime: null }] })).toEqual([
      ['7', 'Вошёл в отчёт', null, null, SUM, SUM],
    ]);
  });

  it('has no amounts where it has no sum', () => {
    const none = { ...ONE, opportunity: null };
    expect(told(before, { invoices: [none] })).toEqual([['7', 'Вошёл в отчёт', null, null, null, null]]);
    expect(told({ invoices: [none] }, { invoices: [] })).toEqual([
      ['7', 'Удалён или недоступен', null, null, null, null],
    ]);
  });

  it('leaves the period and comes back', () => {
    const away = { ...ONE, dates: { BEGINDATE: '2026-04-01' } };
    expect(told({ invoices: [ONE] }, { invoices: [away] })).toEqual([
      ['7', 'Вышел из периода', '05.02.2026', '01.04.2026', -SUM, null],
    ]);
    expect(told({ invoices: [away] }, { invoices: [ONE] })).toEqual([
      ['7', 'Вошёл в отчёт', null, null, SUM, SUM],
    ]);
  });

  it('leaves the period where its day is gone or cannot be read', () => {
    const dayless = { ...ONE, dates: { BEGINDATE: null } };
    expect(told({ invoices: [ONE] }, { invoices: [dayless] })).toEqual([
      ['7', 'Вышел из периода', '05.02.2026', null, -SUM, null],
    ]);
  });

  it('fails out of the report with all that it was, and comes back into it', () => {
    const failed = { ...ONE, stageId: 'F', opportunity: 5, accountNumber: '8', buyer: 'ИП Иванов' };
    const [, left, back] = refreshes({ invoices: [ONE] }, { invoices: [failed] }, { invoices: [ONE] });
    expect(left?.asked).toEqual([]);
    expect(shown(left as never)[0]).toEqual([
      ...['7', 46_091, '09:15', 'Отменён', 'Новый', 'Не оплачен', 'ООО «Ромашка»', -SUM, null],
    ]);
    expect(shown(back as never)[0]?.[3]).toBe('Вошёл в отчёт');
  });

  it('fails and leaves the period at once: it has failed', () => {
    const failed = { ...ONE, stageId: 'F', dates: { BEGINDATE: '2026-04-01' } };
    expect(told({ invoices: [ONE] }, { invoices: [failed] })).toEqual([
      ['7', 'Отменён', 'Новый', 'Не оплачен', -SUM, null],
    ]);
  });

  it('is deleted, and restored under a new id it has entered, since it is as old as it was', () => {
    const restored = { ...ONE, id: 12, createdTime: CREATED_EARLIER };
    expect(told({ invoices: [ONE] }, { invoices: [restored] })).toEqual([
      ['7', 'Удалён или недоступен', null, null, -SUM, null],
      ['12', 'Вошёл в отчёт', null, null, SUM, SUM],
    ]);
  });
});

describe('fields that are not the same as before', () => {
  const dates = {
    BEGINDATE: '2026-02-05',
    CLOSEDATE: '2026-03-01',
    [SHIPPED]: '2026-02-07',
    [PAID_ON]: '2026-03-02',
  };
  const with_ = (fields: Moment['fields'], invoice: Partial<Invoice> = {}): Moment => ({
    invoices: [{ ...ONE, dates, ...invoice }],
    ...(fields === undefined ? {} : { fields }),
  });

  it.each([
    ['the field of due dates', { dueDateField: 'BEGINDATE' }],
    ['the days after it', { dueDays: 30 }],
    ['that due dates are asked for', { dueDateField: '' }],
    ['the field of shipment', { shipmentDateField: 'UF_CRM_OTHER' }],
    ['the field of payment', { paymentDateField: PAID_ON }],
    ['the paid sum', { paidSumField: 'UF_CRM_PAID_SUM' }],
  ])('are no changes of an invoice: %s', (_, fields) => {
    const paid = { paidSum: 100_000 };
    expect(told(with_({}, paid), with_(fields, paid))).toEqual([]);
    expect(told(with_(fields, paid), with_({}, paid))).toEqual([]);
  });

  it('leave the other events as they are', () => {
    expect(told(with_({}), with_({ dueDays: 1 }, { opportunity: 1 }))).toEqual([
      ['7', 'Изменена сумма', '12\u00a0345,60', '1,00', -12_344.6, 1],
    ]);
  });
});
