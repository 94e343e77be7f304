/** What the settings page offers to choose from: fields, dates with samples, stages with their pipelines. */
import { describeFields, describeStages, invoicesIn } from '../../../src/connection/describe-portal';
import type { DateFieldType } from '../../../src/domain/calendar-day';
import type { FieldName, StageId } from '../../../src/domain/ids';
import type { StageSemantics } from '../../../src/domain/records';

const field = (title: string, isUserField = true, type: DateFieldType = 'date') => ({
  ...{ name: 'UF_CRM_DAY' as FieldName, title, type },
  ...{ isMultiple: false, isUserField },
});

const samplesOf = (values: readonly unknown[], type: DateFieldType = 'date') =>
  describeFields(
    [field('День', true, type)],
    values.map((value) => ({ ufCrmDay: value })),
  )[0]?.samples;

describe('a date field', () => {
  it('is offered by its name, title and type', () => {
    expect(describeFields([field('День'), field('Час', true, 'datetime')], [])).toEqual([
      { name: 'UF_CRM_DAY', title: 'День', type: 'date', samples: [], proposedFor: null },
      { name: 'UF_CRM_DAY', title: 'Час', type: 'datetime', samples: [], proposedFor: null },
    ]);
  });

  it.each([
    ['string', false, 'string'],
    ['money', false, 'money'],
    ['enumeration', true, 'enumeration[]'],
    ['date', true, 'date[]'],
  ])('is told from one that holds no single day: %s, of several values %s', (type, isMultiple, told) => {
    const other = { ...field('Дата оплаты'), type, isMultiple };
    expect(describeFields([other], [{ ufCrmDay: ['2026-05-03'] }])).toEqual([
      { name: 'UF_CRM_DAY', title: 'Дата оплаты', type: told, samples: [], proposedFor: null },
    ]);
  });

  it.each(['file', 'employee', 'crm', 'address', ''])(
    'is offered, and nothing of a type like «%s»',
    (type) => {
      expect(describeFields([{ ...field('Файл'), type }], [])).toEqual([]);
    },
  );

  it.each([
    ['Дата отгрузки', 'shipmentDateField'],
    ['ДАТА ОТГРУЗКИ', 'shipmentDateField'],
    ['Дата реализации', 'shipmentDateField'],
    ['Поставка до', 'shipmentDateField'],
    ['Дата оплаты', 'paymentDateField'],
    ['ОПЛАТА', 'paymentDateField'],
    ['Оплата поставки', 'shipmentDateField'],
    ['Отгружено', 'shipmentDateField'],
    ['Отгружен', 'shipmentDateField'],
    ['Отгрузка', 'shipmentDateField'],
    ['Оплачено', 'paymentDateField'],
    ['Оплачен', 'paymentDateField'],
    ['Счёт ОПЛАЧЕН', 'paymentDateField'],
    ['Предоплата', 'paymentDateField'],
    ['Дата платежа', 'paymentDateField'],
    ['Платёж', 'paymentDateField'],
    ['Дата поступления оплаты', 'paymentDateField'],
    ['Поступление денег', 'paymentDateField'],
    ['Дата поступления денежных средств', 'paymentDateField'],
    ['Доплата', 'paymentDateField'],
    ['Оплата поставки до', null],
    ['Поступление', null],
    ['Дата приёмки', null],
    ['', null],
  ])('with the title «%s» is proposed for %s', (title, proposedFor) => {
    expect(describeFields([field(title)], [])[0]?.proposedFor).toBe(proposedFor);
  });

  it.each([
    ...['Срок оплаты', 'СРОК ПЛАТЕЖА', 'Срок оплаты отгрузки', 'Отсрочка платежа', 'Крайняя дата оплаты'],
    ...['Оплатить до', 'Оплата до', 'Платёж не позднее', 'Оплачено до', 'Оплатить'],
    ...[
      'Плановая дата оплаты',
      'Дата оплаты (план)',
      'Ожидаемая оплата',
      'Прогноз оплаты',
      'Следующий платёж',
    ],
    ...['Не оплачено', 'Неоплачен'],
  ])('that says when a payment is due, or that there was none, is proposed for nothing: %s', (title) => {
    expect(describeFields([field(title)], [])[0]?.proposedFor).toBeNull();
  });

  it.each(['Дата отгрузки', 'Срок оплаты'])(
    'of the portal’s own is proposed for nothing, whatever its title: %s',
    (title) => {
      expect(describeFields([field(title, false)], [])[0]?.proposedFor).toBeNull();
    },
  );

  it('has the first three different days of the invoices for samples', () => {
    const days = ['2026-05-03', '2026-05-03', '2026-05-01', '2026-05-03', '2026-05-02', '2026-05-09'];
    expect(samplesOf(days)).toEqual(['2026-05-03', '2026-05-01', '2026-05-02']);
  });

  it('has no sample of what is no day', () => {
    expect(samplesOf([null, '', 'soon', 7, ['2026-05-01'], '2026-02-30', '2026-05-04'])).toEqual([
      '2026-05-04',
    ]);
    expect(samplesOf([undefined])).toEqual([]);
  });

  it('has samples by its own type: midnight moved by summer time is the next day of a date alone', () => {
    const printed = ['2026-05-03T23:00:00+00:00'];
    expect([samplesOf(printed), samplesOf(printed, 'datetime')]).toEqual([['2026-05-04'], ['2026-05-03']]);
  });
});

describe('a stage', () => {
  const stage = (id: string) => ({
    ...{ id: id as StageId, name: 'Оплачен', semantics: 'S' as StageSemantics, sort: 130 },
  });
  const pipelines = [
    { id: 7, name: 'Основная' },
    { id: 71, name: 'Опт' },
  ];

  it.each([
    ['DT31_7:P', 'Основная'],
    ['DT31_71:P', 'Опт'],
    ['DT31_8:P', ''],
    ['DT31_7', ''],
    ['DT31_:P', ''],
    ['XDT31_7:P', ''],
    ['DT31_7x:P', ''],
    ['DT131_7:P', ''],
  ])('with the id %s is of the pipeline «%s»', (id, pipeline) => {
    expect(describeStages([stage(id)], pipelines)).toEqual([
      { id, name: 'Оплачен', semantics: 'S', pipeline },
    ]);
  });

  it('keeps its place, and has no pipeline where none may be read', () => {
    const shown = describeStages([stage('DT31_7:N'), stage('DT31_7:P')], []);
    expect(shown.map(({ id, pipeline }) => [id, pipeline])).toEqual([
      ['DT31_7:N', ''],
      ['DT31_7:P', ''],
    ]);
  });
});

describe('the list of invoices', () => {
  it('is what lies under `items`, in its order', () => {
    expect(invoicesIn({ items: [{ id: 2 }, { id: 1 }, []] })).toEqual([{ id: 2 }, { id: 1 }, {}]);
  });

  it.each([
    ['text', 'result: expected an object'],
    [{}, 'items: expected a list'],
    [{ items: {} }, 'items: expected a list'],
    [{ items: [{ id: 1 }, 'x'] }, 'invoice: expected an object'],
  ])('is not in %j, and what is wrong is said without a value', (result, problem) => {
    expect(() => invoicesIn(result)).toThrow(problem);
  });
});
